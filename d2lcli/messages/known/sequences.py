"""Embeddings, recurrent layers and attention."""

from __future__ import annotations

from ..entry import Entry

SEQUENCES = (
    Entry(
        (
            "index out of range in self",
            "index out of range at {path:text}",
            "index out of range: Tried to access index {index:int} out of table with {size:int} "
            "rows",
        ),
        "tensor index",
        "index_select takes indices from 0 up to the size of the axis less 1, and one lies "
        "outside. It is {index}.",
        "Print i.min(), i.max() and x.shape, and take indices that are there.",
        "torch.index_select(torch.ones(3), 0, torch.tensor([5]))",
        recorded=(
            '  File "a.py", line 3, in <module>\n    y = torch.index_select(x, 0, i)\n'
            "RuntimeError: index out of range at /opt/conda/conda-bld/aten/src/TH/THTensorMath.c:3",
        ),
        when=lambda found: found.calls("index_select"),
    ),
    Entry(
        (
            "index out of range in self",
            "index out of range: Tried to access index {index:int} out of table with {size:int} "
            "rows",
            "Assertion `srcIndex < srcSelectDimSize` failed",
            "Assertion 'srcIndex < srcSelectDimSize' failed",
        ),
        "tensor index",
        "An embedding of n rows has the numbers 0 to n - 1, and a number in the input lies "
        "outside.",
        "Print x.max() and embedding.num_embeddings, and make the embedding that large. With "
        "transformers: model.resize_token_embeddings(len(tokenizer)) after adding words, and "
        "truncation=True for texts longer than the model takes. For index_select take an index "
        "that is there.",
        "from torch import nn\nnn.Embedding(10, 3)(torch.tensor([10]))",
        recorded=(
            "RuntimeError: index out of range: Tried to access index 1024 out of table with 511 "
            "rows. at /pytorch/aten/src/TH/generic/THTensorEvenMoreMath.cpp:418",
        ),
    ),
    Entry(
        ("input.size(-1) must be equal to input_size. Expected {wanted:int}, got {got:int}",),
        "tensor shape",
        "A recurrent layer was made for another number of features in the last axis. It is for "
        "{wanted}, and the input has {got}.",
        "Make it for them, nn.LSTM({got}, …), or bring the features to the last axis. "
        "batch_first=True reads (batch, time, features).",
        "from torch import nn\nnn.LSTM(3, 4)(torch.ones(2, 5, 6))",
    ),
    Entry(
        (
            "{name:LSTM|GRU|RNN}: Expected input to be 2D or 3D, got {axes:int}D instead",
            "input must have {wanted:int} dimensions, got {axes:int}",
            "For {:unbatched|batched} {a:int}-D input, hx {:text}should also be {b:int}-D but got "
            "{axes:text} tensor",
        ),
        "tensor shape",
        "A recurrent layer reads (time, batch, features), or (batch, time, features) with "
        "batch_first=True, and this has other axes. There are {axes}.",
        "Print the shapes; x.unsqueeze(0) adds an axis. A hidden state of a batch has 3 axes too.",
        "from torch import nn\nnn.LSTM(3, 4)(torch.ones(2))",
    ),
    Entry(
        (
            "Expected hidden{:[0]|[1]|} size ({wanted:shape}), got [{got:shape}]",
            "Expected hidden{:[0]|[1]|} size ({wanted:shape}), got ({got:shape})",
        ),
        "tensor shape",
        "The hidden state belongs to another batch. Wanted is ({wanted}), layers, batch and "
        "features, and the state has [{got}].",
        "Make it for each batch, torch.zeros(layers, batch, features), or leave it out: zeros are "
        "taken then. The last batch may be smaller: drop_last=True. A batch size read from the "
        "wrong axis comes from batch_first.",
        "from torch import nn\nnn.GRU(3, 4)(torch.ones(2, 5, 3), torch.ones(1, 2, 4))",
    ),
    Entry(
        "dropout option adds dropout after all but last recurrent layer",
        "",
        "Dropout of a recurrent layer acts between its layers, and there is one only, so it does "
        "nothing.",
        "Leave it out, or give num_layers=2, or an nn.Dropout behind.",
        "from torch import nn\nnn.LSTM(3, 4, dropout=0.5)",
    ),
    Entry(
        "`lengths` array must be sorted in decreasing order when `enforce_sorted` is True",
        "tensor cat",
        "The sequences are to be packed from the longest to the shortest, and are not in that "
        "order.",
        "Write pack_padded_sequence(x, lengths, enforce_sorted=False).",
        "from torch import nn\nnn.utils.rnn.pack_padded_sequence(torch.ones(3, 2, 1), [1, 3])",
    ),
    Entry(
        "Length of all samples has to be greater than 0, but found an element in 'lengths' that is "
        "<= 0",
        "tensor cat",
        "One sequence is empty, and cannot be packed.",
        "Leave empty ones out, or give them one mark of their own.",
        "from torch import nn\nnn.utils.rnn.pack_padded_sequence(torch.ones(3, 2, 1), [3, 0])",
    ),
    Entry(
        (
            "'lengths' argument should be a 1D CPU int64 tensor, but got {axes:text} tensor",
            "`lengths` argument should be a 1D CPU int64 tensor",
        ),
        "tensor dtypes",
        "The lengths of sequences stay on the CPU, as int64. This is {axes}.",
        "Write lengths.cpu().long().",
        None,
        recorded=(
            "RuntimeError: 'lengths' argument should be a 1D CPU int64 tensor, but got 1D cuda:0 "
            "Long tensor",
        ),
    ),
    Entry(
        ("embed_dim must be divisible by num_heads",),
        "tensor shape",
        "Attention splits the features evenly among its heads, and they cannot be split so.",
        "Choose a number of heads that divides embed_dim.",
        "from torch import nn\nnn.MultiheadAttention(5, 2)",
    ),
    Entry(
        "was expecting embedding dimension of {wanted:int}, but got {got:int}",
        "tensor shape",
        "Attention was made for another number of features in the last axis. It is for {wanted}, "
        "and the input has {got}.",
        "Make it for {got}, or bring the input to the size with nn.Linear({got}, {wanted}).",
        "from torch import nn\nx = torch.ones(2, 3, 5)\nnn.MultiheadAttention(4, 2)(x, x, x)",
    ),
    Entry(
        (
            "The shape of the {axes:int}D attn_mask is torch.Size([{got:shape}]), but should be "
            "({wanted:shape})",
            "The size of the {axes:int}D attn_mask is not correct",
        ),
        "tensor shape",
        "A mask of attention has a value for each pair of places. It has [{got}], and should have "
        "({wanted}).",
        "Give it (target length, source length). Without batch_first=True the input is read as "
        "(length, batch, features).",
        "from torch import nn\nx = torch.ones(2, 3, 4)\n"
        "nn.MultiheadAttention(4, 2)(x, x, x, attn_mask=torch.ones(5, 5))",
    ),
    Entry(
        (
            "{:cudnn|cuDNN|Cudnn} RNN backward can only be called in training mode",
            "backward_input can only be called in training mode",
            "cudnn RNN backward can only be called in train mode",
        ),
        "autograd gradient",
        "On a GPU the gradient of a recurrent layer is computed in training mode only, and the "
        "model is in eval mode.",
        "Write model.train() before the step; model.eval() belongs to validation. To switch off "
        "dropout alone set its p to 0, or write with torch.backends.cudnn.flags(enabled=False): "
        "around the forward pass.",
        None,
        recorded=(
            "RuntimeError: cudnn RNN backward can only be called in training mode",
            "RuntimeError: backward_input can only be called in training mode",
        ),
    ),
)
