"""What shows a run: pages, documents and files. None of them runs a lesson."""
