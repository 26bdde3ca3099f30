"""Embeddings, recurrent layers and attention."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..entry import Entry, Found, Way
from .ways import ways


def _exchanged(found: Found) -> bool:
    """Whether the first two axes of a state stand the other way round."""
    wanted, got = found.shape("wanted"), found.shape("got")
    return (
        len(got) == len(wanted) == 3
        and got != wanted
        and got == [wanted[1], wanted[0], *wanted[2:]]
    )


def _batches(found: Found) -> dict[str, str]:
    wanted = [str(size) for size in found.shape("wanted")]
    return {"layers": wanted[0], "batch": wanted[1], "features": wanted[2]}


def _differ(axis: int) -> Callable[[Found], bool]:
    """The proof that state and layer differ in the size of an axis, and stand in one order."""

    def proof(found: Found) -> bool:
        wanted, got = found.shape("wanted"), found.shape("got")
        alike = len(wanted) == len(got) == 3 and not _exchanged(found)
        return alike and wanted[axis] != got[axis]

    return proof


def _flat(found: Found) -> bool:
    return len(found.shape("got")) == 2 and len(found.shape("wanted")) == 3


def _of_places(found: Found) -> bool:
    """Whether the table that was asked is that of a transformer's places."""
    line = rf"{found.line}\n{found.code[-600:]}"
    return bool(re.search(r"position_embeddings\(|pos_emb\w*\(|\bwpe\(", line)) and not re.search(
        r"word_embeddings\(|\bwte\(|embed_tokens\(", line
    )


def _chosen(found: Found) -> bool:
    return found.calls("index_select", "index_add", "index_add_", "index_copy_")


def _more_axes(found: Found) -> bool:
    return found.number("axes") > int(found["wanted"].rstrip("-D")[-1])


def _fewer_axes(found: Found) -> bool:
    return not _more_axes(found)


PAIR = (
    "An LSTM has two states, and takes them as a pair, (h, c): this is one tensor, or no pair of "
    "tensors."
)
PAIR_OUT = (
    "Write out, (h, c) = lstm(x, (h, c)), or h, c = cell(x, (h, c)) for nn.LSTMCell, and make both "
    "states for the first step, or leave them out: zeros are taken then. nn.GRU and nn.RNN have "
    "one state alone."
)

OF_LAYER = {  # what a recurrent layer hands on behind its weights, and of which type it is
    "bias": ("bool",),
    "num_layers": ("int",),
    "dropout": ("float", "int"),
    "training": ("bool",),
    "bidirectional": ("bool",),
    "batch_first": ("bool",),
}


def _state(found: Found) -> str:
    """Of which type the state is that a recurrent layer was handed: it stands before the list."""
    kinds = re.findall(r"[\w.]+", found["got"].partition(", list")[0])
    return kinds[-1] if len(kinds) > 1 and ", list" in found["got"] else ""


def _odd(found: Found) -> dict[str, str]:
    """The argument of the layer itself that is of another type than it takes."""
    kinds = re.findall(r"[\w.]+", found["got"].partition(", list, ")[2])
    for (name, fit), kind in zip(OF_LAYER.items(), kinds, strict=False):
        if kind not in fit:
            return {"odd": name, "of": kind}
    return {}


JAGGED = (
    "For nested tensors of the jagged layout some operations are missing, or missing for some "
    "axes. Here it is {name}."
)
JAGGED_WAYS = ways("""
    each part by itself: Write torch.nested.nested_tensor([f(t) for t in x.unbind()],
        layout=torch.jagged).
    all at once: Write f(x.to_padded_tensor(0.0)), and mask what was filled in.
    a matrix product of nested ones: Leave layout=torch.jagged out; or, for attention, write
        F.scaled_dot_product_attention(q, k, v).
""")

SEQUENCES = (
    Entry(
        (
            "{name:lstm_cell|lstm}(): argument 'hx' (position {place:int}) must be tuple of "
            "Tensors, not {kind:name}",
            "LSTMCell: Expected hx[{number:int}] to be 1D or 2D, got 0D instead",
        ),
        "tensor shape",
        PAIR,
        PAIR_OUT,
        "from torch import nn\nnn.LSTMCell(3, 4)(torch.ones(2, 3), torch.ones(2, 4))",
        since=(2, 13),
    ),
    Entry(
        "{name:lstm|gru|rnn_tanh|rnn_relu}() received an invalid combination of arguments - got "
        "({got:text}), but expected",
        "tensor parameters",
        "A recurrent layer got something of a type that it does not take. These came: {got}.",
        "",
        "from torch import nn\nnn.GRU(4, 5, bidirectional=1)(torch.ones(3, 2, 4))",
        since=(2, 13),
        recorded=(
            "TypeError: lstm() received an invalid combination of arguments - got (Tensor, Tensor, "
            "list, bool, int, float, bool, bool, bool), but expected one of:",
        ),
        ways=(
            Way(
                "one tensor as the state of an nn.LSTM",
                "Hand over a pair, out, (h, c) = lstm(x, (h, c)), or leave it out: zeros are taken "
                "then.",
                lambda found: found["name"] == "lstm" and _state(found) in ("Tensor", "Parameter"),
            ),
            Way(
                "a pair for an nn.GRU or nn.RNN",
                "Hand over one tensor: out, h = gru(x, h).",
                lambda found: found["name"] != "lstm" and _state(found) in ("tuple", "list"),
            ),
            Way(
                "{odd} is of type {of}",
                "Where the layer is made, write True or False for bias, batch_first and "
                "bidirectional, and whole numbers for sizes and num_layers.",
                lambda found: bool(_odd(found)),
            ),
            Way(
                "no tensor as the input",
                "Print type(x), and make a tensor of it.",
                lambda found: not found["got"].startswith(("Tensor", "Parameter")),
            ),
            Way("a pair of other things", "Print type(h) and type(c): both have to be tensors."),
        ),
        more=_odd,
    ),
    Entry(
        "'tuple' object has no attribute '{name:dim|size}'",
        "tensor shape",
        "nn.GRU and nn.RNN have one state, a tensor, and a tuple was handed over in its place, as "
        "nn.LSTM has.",
        "Write out, h = gru(x, h), or h = cell(x, h) for a cell. Where a model takes one kind or "
        "the other, look at which was made.",
        "from torch import nn\nh = torch.ones(1, 5, 4)\nnn.GRU(3, 4)(torch.ones(2, 5, 3), (h, h))",
        when=lambda found: "hx.dim()" in found.code or "hx.size(" in found.code,
    ),
    Entry(
        ("'int' object is not subscriptable", "'int' object has no attribute '{name:dim|size}'"),
        "tensor shape",
        "A recurrent layer takes the input and a state, and a number was handed over as the state: "
        "sizes belong to the layer, where it is made.",
        "Leave the state out, out, state = lstm(x): zeros are taken then. Or make it: nn.LSTM "
        "takes (h, c), both torch.zeros(layers, batch, hidden_size), nn.GRU and nn.RNN h alone.",
        "from torch import nn\nnn.LSTM(3, 4)(torch.ones(2, 5, 3), 4)",
        recorded=(
            "<ipython-input-116-ab3d6ed0e51c> in <module>()\n---> 18 output, hidden = "
            "lstm(sequence, hidden_size)\n\n/usr/local/lib/python3.6/dist-packages/torch/nn/"
            "modules/rnn.py in check_forward_args(self, input, hidden, batch_sizes)\n--> 522       "
            "  self.check_hidden_size(hidden[0], expected_hidden_size,\n\nTypeError: 'int' object "
            "is not subscriptable",
        ),
        when=lambda found: bool(
            re.search(r"\bhx\[0\]|\bhx\.dim\(|\bhx\.size\(|check_hidden_size\(h", found.code)
        ),
    ),
    Entry(
        "Expected sequence length to be larger than 0 in RNN",
        "tensor shape",
        "A recurrent layer got a sequence without a single step: the axis of time has the size 0.",
        "Print x.shape. Find out why nothing is left: a slice beyond the end, or an empty text. "
        "Time is axis 0, or axis 1 with batch_first=True. Leave empty samples out.",
        "from torch import nn\nnn.LSTM(3, 4)(torch.ones(0, 5, 3))",
        since=(2, 4),
    ),
    Entry(
        (
            "hidden{:0|1|[0]|[1]|} has inconsistent hidden_size: got {got:int}, expected "
            "{wanted:int}",
        ),
        "tensor shape",
        "The state of a cell has the shape (batch, hidden_size), and this one has another last "
        "axis. It has {got}, and hidden_size is {wanted}.",
        "Make it with torch.zeros(len(x), {wanted}), and give cells that hand their state on the "
        "same hidden_size.",
        "from torch import nn\nnn.GRUCell(3, 4)(torch.ones(2, 3), torch.ones(2, 5))",
    ),
    Entry(
        (
            "index out of range in self",
            "index out of range at {path:text}",
            "index out of range: Tried to access index {index:int} out of table with {size:int} "
            "rows",
            "{what:INDICES} element is out of DATA bounds, id={index:int} axis_dim={size:int}",
            "Assertion `srcIndex < srcSelectDimSize` failed",
            "Assertion 'srcIndex < srcSelectDimSize' failed",
            "index out of range{alone:text}",
        ),
        "tensor index",
        "A number lies outside of what it chooses from: an axis, or the rows of an embedding, "
        "numbered from 0 to n - 1. It is {index}.",
        "Print x.min() and x.max() of the numbers.",
        "from torch import nn\nnn.Embedding(10, 3)(torch.tensor([10]))",
        ways=(
            *ways(
                """
            a text of too many tokens: Write tokenizer(text, truncation=True, max_length=512), with
                config.max_position_embeddings for 512.
            past_key_values, or past: Hand over the new token alone.
            """,
                _of_places,
            ),
            *ways("""
            an nn.Embedding of your own: Make embedding.num_embeddings x.max() + 1.
            a number below 0, as -100: Give it a row of its own, 0 or above.
            words added to a tokenizer: Write model.resize_token_embeddings(len(tokenizer)).
        """),
            Way("index_select, index_add_", "Print i.max() and x.shape.", _chosen),
        ),
        recorded=(
            "RuntimeError: index out of range: Tried to access index 512 out of table with 511 "
            "rows. at /pytorch/aten/src/TH/generic/THTensorEvenMoreMath.cpp:418",
            '  File "a.py", line 3, in <module>\n    y = torch.index_select(x, 0, i)\n'
            "RuntimeError: index out of range at /opt/conda/conda-bld/aten/src/TH/THTensorMath.c:3",
            '  File "/site-packages/torch/nn/modules/sparse.py", line 118, in forward\n    '
            "self.norm_type, self.scale_grad_by_freq)\nRuntimeError: index out of range",
        ),
        when=lambda found: (
            "alone" not in found.fields
            or (found.type == "RuntimeError" and "torch" in found.before + found.code)
        ),
    ),
    Entry(
        (
            "input.size(-1) must be equal to input_size. Expected {wanted:int}, got {got:int}",
            "input.size(-1) must be equal to input_size",
        ),
        "tensor shape",
        "A recurrent layer was made for another number of features in the last axis. It is for "
        "{wanted}, and the input has {got}.",
        "",
        "from torch import nn\nnn.LSTM(3, 4)(torch.ones(2, 5, 6))",
        ways=(
            Way(
                "x.shape ends in 0",
                "Print x.shape where it is made: a slice beyond the end, or columns that were not "
                "found, leave nothing.",
                lambda found: found["got"] == "0",
            ),
            *ways("""
            the last axis holds features: Make the layer for them: nn.LSTM({got}, …).
            an nn.Embedding before it: Give it {wanted} features: nn.Embedding(words, {wanted}).
            the last axis holds the times: Write x.transpose(1, 2), or x.unsqueeze(-1) for single
                numbers, with input_size=1.
            a bidirectional layer before it: Write input_size=2 * hidden_size.
        """),
        ),
        recorded=("RuntimeError: input.size(-1) must be equal to input_size. Expected 28, got 0",),
    ),
    Entry(
        "input must have 2 dimensions, got {axes:int}",
        "tensor shape",
        "A recurrent layer got a packed sequence, whose data have two axes, (all steps, features), "
        "and these have {axes}: what was packed had the features in several axes.",
        "Print packed.data.shape. pack_padded_sequence takes (time, batch, features), or (batch, "
        "time, features) with batch_first=True: x.flatten(2) before it makes one axis of features "
        "of all from axis 2 on, and lists of sequences have (time, features) each.",
        None,
        recorded=("RuntimeError: input must have 2 dimensions, got 3",),
    ),
    Entry(
        (
            "{name:LSTM|GRU|RNN}: Expected input to be {wanted:2D or 3D}, got {axes:int}D "
            "{:tensor |}instead",
            "{name:LSTM|GRU|RNN}: Expected input to be {wanted:2-D or 3-D} but received {axes:int}"
            "-D tensor",
            "input must have {wanted:int} dimensions, got {axes:int}",
        ),
        "tensor shape",
        "A recurrent layer reads (time, batch, features), or (batch, time, features) with "
        "batch_first=True, and this has other axes. There are {axes}.",
        "Print x.shape.",
        "from torch import nn\nnn.LSTM(3, 4)(torch.ones(2))",
        ways=(
            *ways(
                """
            features lie in several axes: Write x.flatten(2), which makes one axis of all from axis
                2 on.
            an axis of size 1: Write x.squeeze(1).
            pictures with channels: Write x.mean(1), (batch, height, width), or choose one channel,
                x[:, 0].
            """,
                _more_axes,
            ),
            *ways(
                """
            single numbers, (batch, time): Write x.unsqueeze(-1), and input_size=1.
            one sequence, (time, features): Write x.unsqueeze(1), or x.unsqueeze(0) with
                batch_first=True.
            one step, (batch, features): Write x.unsqueeze(0), or x.unsqueeze(1) with
                batch_first=True; a state has 3 axes too.
            """,
                _fewer_axes,
            ),
        ),
        recorded=("RuntimeError: input must have 3 dimensions, got 4",),
    ),
    Entry(
        (
            "For {:unbatched|batched} {a:int}-D input, hx {:text}should also be {b:int}-D but got "
            "{axes:text} tensor",
        ),
        "tensor shape",
        "Input and state of a recurrent layer have 3 axes both, with a batch, or 2 both, without. "
        "The input has {a}, and the state {axes}.",
        "Print x.shape and h.shape. An input that lost its batch axis gets it back by "
        "x.unsqueeze(0) with batch_first=True, x.unsqueeze(1) without. A state for a batch is "
        "torch.zeros(layers, batch, features), and one tensor is no pair (h, c) for nn.LSTM.",
        "from torch import nn\nnn.GRU(3, 4)(torch.ones(2, 5, 3), torch.ones(5, 4))",
    ),
    Entry(
        (
            "Expected hidden{:[0]|[1]|} size ({wanted:shape}), got [{got:shape}]",
            "Expected hidden{:[0]|[1]|} size ({wanted:shape}), got ({got:shape})",
        ),
        "tensor shape",
        "The hidden state does not fit the layer and its input. Its axes are layers, batch and "
        "features, with batch_first=True too. Wanted is ({wanted}), and the state has [{got}].",
        "Print x.shape and h.shape.",
        "from torch import nn\nnn.GRU(3, 4)(torch.ones(2, 5, 3), torch.ones(1, 2, 4))",
        ways=(
            *ways(
                """
            a last batch, or a prediction: Make the state for each batch, torch.zeros({layers},
                {batch}, {features}), or leave it out. drop_last=True in the DataLoader leaves the
                last batch out.
            {batch} is the number of steps: Write batch_first=True in the layer for (batch, time,
                features); without it time stands first.
            """,
                _differ(1),
            ),
            Way(
                "one step alone",
                "Give it the shape (1, batch, features), or (batch, 1, features) with "
                "batch_first=True.",
                lambda found: _differ(1)(found) and found.shape("wanted")[1] == 1,
            ),
            Way(
                "a state of other layers",
                "Make {layers} of them: num_layers, times 2 if bidirectional.",
                _differ(0),
            ),
            Way(
                "a state of another size",
                "Give encoder and decoder one hidden_size, and hand over a state, no output.",
                _differ(2),
            ),
            Way(
                "the first two axes exchanged", "Write h.transpose(0, 1).contiguous().", _exchanged
            ),
            *ways(
                """
            one tensor for an nn.LSTM: Hand over a pair: out, (h, c) = lstm(x, (h, c)).
            a pair, or an nn.GRU, nn.RNN: Write h.unsqueeze(0) for one layer, or make it with three
                axes.
            """,
                _flat,
            ),
        ),
        recorded=(
            "RuntimeError: Expected hidden[0] size (1, 64, 256), got (64, 256)",
            "RuntimeError: Expected hidden size (1, 5, 4), got [5, 1, 4]",
            "RuntimeError: Expected hidden size (1, 5, 4), got [2, 5, 8]",
        ),
        when=lambda found: len(found.shape("wanted")) == 3 and len(found.shape("got")) in (2, 3),
        more=_batches,
    ),
    Entry(
        (
            "Expected hidden{:[0]|[1]|} size ({wanted:shape}), got {:[|(}{got:shape}",
            "Expected hidden{:[0]|[1]|} size",
        ),
        "tensor shape",
        "The hidden state does not fit the input and the layer. It has the shape (layers, batch, "
        "features), with batch_first=True too. Wanted is ({wanted}), and the state has ({got}).",
        "Print h.shape and x.shape. Make the state for each batch, torch.zeros(layers, batch, "
        "features), or leave it out: zeros are taken then. The last batch of an epoch may be "
        "smaller: drop_last=True leaves it out. A batch size read from the wrong axis comes from "
        "batch_first.",
        None,
        recorded=(
            "RuntimeError: Expected hidden size (2, 5, 3), got (2, 1, 5, 3)",
            "RuntimeError: Expected hidden[0] size",
        ),
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
        (
            "`lengths` array must be sorted in decreasing order when `enforce_sorted` is True",
            "lengths array must be sorted in decreasing order",
            "'lengths' array has to be sorted in decreasing order",
        ),
        "tensor cat",
        "The sequences are to be packed from the longest to the shortest, and are not in that "
        "order.",
        "Write pack_padded_sequence(x, lengths, enforce_sorted=False).",
        "from torch import nn\nnn.utils.rnn.pack_padded_sequence(torch.ones(3, 2, 1), [1, 3])",
    ),
    Entry(
        (
            "{:Length|length} of all samples has to be greater than 0, but found an element in "
            "'lengths' that is <=",
            "Cannot pack empty tensors",
        ),
        "tensor cat",
        "One sequence is empty, and cannot be packed.",
        "Leave empty ones out, or give them one mark of their own.",
        "from torch import nn\nnn.utils.rnn.pack_padded_sequence(torch.ones(3, 2, 1), [3, 0])",
    ),
    Entry(
        (
            "'lengths' argument should be a 1D CPU int64 tensor, but got {axes:text} tensor",
            "`lengths` argument should be a 1D CPU int64 tensor",
            "{:lengths|`lengths`|'lengths'}{:| argument} should be {:a |}{:1-D|1D} CPU int64 "
            "tensor, {:but |}got {axes:text} tensor",
        ),
        "tensor dtypes",
        "The lengths of sequences are one number for each, on one axis, and stay on the CPU, as "
        "int64. This is {axes}.",
        "Write lengths.cpu().long(). Print lengths.shape: from a mask of two axes mask.sum(1) "
        "makes lengths.",
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
            "attn_mask's dimension {axes:int} is not supported",
        ),
        "tensor shape",
        "A mask of attention has a value for each pair of places. It has [{got}], and should have "
        "({wanted}).",
        "",
        "from torch import nn\nx = torch.ones(2, 3, 4)\n"
        "nn.MultiheadAttention(4, 2)(x, x, x, attn_mask=torch.ones(5, 5))",
        ways=ways("""
            it marks padding, (batch, length): Hand it over by name: src_key_padding_mask=mask, in
                nn.MultiheadAttention key_padding_mask=mask.
            the wanted size is your batch: Write batch_first=True in the layer: without it the input
                is read as (length, batch, features).
            a mask for another length: Make it for this one, (target length, source length).
        """),
    ),
    Entry(
        (
            "For mask_type == {kind:2} mask shape should match input shape",
            "For mask_type == {kind:1} mask shape should be (B, L)",
            "For mask_type == {kind:0} mask shape should be (L, L)",
        ),
        "tensor shape",
        "In eval mode nn.MultiheadAttention and nn.TransformerEncoder take a faster way, whose "
        "masks have fewer shapes: (length, length) for attention, (batch, length) for padding.",
        "Print the mask's shape.",
        "torch._masked_softmax(torch.ones(2, 2, 3, 3), torch.ones(4, 3, 3) > 2, 3, 2)",
        ways=ways("""
            another shape than these: Make it for this batch and length.
            three axes, by intent: Write torch.backends.mha.set_fastpath_enabled(False), in PyTorch
                before it leave torch.no_grad() out.
        """),
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
    Entry(
        (
            "{name:RNNCell|LSTMCell|GRUCell}: Expected input to be 1D or 2D, got {axes:int}D "
            "instead",
            "{name:RNNCell|LSTMCell|GRUCell}: Expected input to be 1-D or 2-D but received "
            "{axes:int}-D tensor",
            "{name:RNNCell|LSTMCell|GRUCell}: Expected hidden to be 1D or 2D, got {axes:int}D "
            "instead",
        ),
        "tensor shape",
        "A cell does one step, and reads (batch, features). This has {axes} axes.",
        "Go through the times: for t in range(x.shape[0]): h = cell(x[t], h), or take nn.LSTM and "
        "its like, which read all at once.",
        "from torch import nn\nnn.LSTMCell(3, 4)(torch.ones(1, 2, 3))",
    ),
    Entry(
        "input has inconsistent input_size: got {got:int}{:,|} expected {wanted:int}",
        "tensor shape",
        "A cell was made for another number of features in the last axis. It is for {wanted}, and "
        "the input has {got}.",
        "Make it with input_size={got}, or print x.shape.",
        "from torch import nn\nnn.GRUCell(3, 4)(torch.ones(2, 5))",
    ),
    Entry(
        "Input batch size {a:int} doesn't match hidden{:0|1|[0]|[1]|} batch size {b:int}",
        "tensor shape",
        "The state belongs to another batch. The input has {a} samples, and what was read as "
        "the state {b}.",
        "",
        "from torch import nn\nnn.GRUCell(3, 4)(torch.ones(2, 3), torch.ones(3, 4))",
        ways=ways("""
            a state kept between batches: Make it for each batch in forward, torch.zeros(len(x),
                hidden_size), or leave it out.
            {b} is an LSTMCell's hidden_size: Hand over a pair: h, c = cell(x, (h, c)).
        """),
        recorded=("RuntimeError: Input batch size 1 doesn't match hidden[0] batch size 512",),
    ),
    Entry(
        (
            "Expected `len(lengths)` to be equal to batch_size, but got {got:int} "
            "(batch_size={wanted:int})",
            "lengths array has incorrect size",
        ),
        "tensor cat",
        "pack_padded_sequence takes one length for each sequence. There are {got} lengths for "
        "{wanted} sequences.",
        "Print x.shape: without batch_first=True axis 1 is the batch.",
        "from torch import nn\nnn.utils.rnn.pack_padded_sequence(torch.ones(2, 3, 1), [2])",
    ),
    Entry(
        "'Tensor' object has no attribute 'batch_sizes'",
        "tensor cat",
        "pad_packed_sequence takes what pack_padded_sequence made, and this is a plain tensor.",
        "Hand over the packed output of the layer: packed, state = lstm(pack_padded_sequence(…)).",
        "from torch import nn\nnn.utils.rnn.pad_packed_sequence(torch.ones(2, 3, 1))",
    ),
    Entry(
        "received an empty list of sequences",
        "tensor cat",
        "There is nothing to pad or pack: the list is empty.",
        "Find out why. A loop that was to fill it may never have run.",
        "from torch import nn\nnn.utils.rnn.pad_sequence([])",
    ),
    Entry(
        "Expected total_length to be at least the length of the longest sequence in input, but "
        "got total_length={got:int} and max sequence length being {longest:int}",
        "tensor cat",
        "The sequences are to be filled up to total_length, and one is longer. The longest has "
        "{longest}, and total_length is {got}.",
        "Give at least {longest}, or leave total_length out.",
        "from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence\n"
        "pad_packed_sequence(pack_padded_sequence(torch.ones(3, 1, 1), [3]), total_length=2)",
    ),
    Entry(
        "rnn: hx is not contiguous",
        "tensor views",
        "On a GPU the hidden state has to lie in memory in order, and a transpose or a slice has "
        "changed that.",
        "Write h.contiguous() before it goes in.",
        None,
        recorded=("RuntimeError: rnn: hx is not contiguous",),
    ),
    Entry(
        (
            "{name:input_size|hidden_size|num_layers} should be of type int, got: {kind:name}",
            "batch_first should be of type bool, got: {kind:name}",
            "bias should be of type bool, got: {kind:name}",
            "{name:input_size|hidden_size|num_layers} must be greater than zero",
            "dropout should be a number in range [0, 1] representing the probability of an element "
            "being zeroed",
            "proj_size has to be smaller than hidden_size",
        ),
        "tensor create",
        "A recurrent layer is made with whole numbers above 0, dropout from 0 to 1, and "
        "batch_first True or False. What it got is of type {kind}.",
        "Name the arguments: nn.LSTM(input_size=8, hidden_size=16, num_layers=2, "
        "batch_first=True). n // 2 stays whole, n / 2 does not.",
        "from torch import nn\nnn.LSTM(3.0, 4)",
        since=(2, 13),
        recorded=("ValueError: num_layers must be greater than zero",),
    ),
    Entry(
        (
            "query should be unbatched 2D or batched 3D tensor but received {axes:int}-D query "
            "tensor",
        ),
        "tensor shape",
        "Attention reads (length, batch, features), or (batch, length, features) with "
        "batch_first=True. This has {axes} axes.",
        "Bring it to three axes: x.flatten(0, 1) puts two in front together, and the layer splits "
        "the heads itself.",
        "from torch import nn\nx = torch.ones(1, 4, 2, 8)\nnn.MultiheadAttention(8, 2)(x, x, x)",
    ),
    Entry(
        (
            "For batched (3-D) `query`, expected `key` and `value` to be 3-D but found {a:int}-D "
            "and {b:int}-D tensors respectively",
            "For unbatched (2-D) `query`, expected `key` and `value` to be 2-D but found "
            "{a:int}-D and {b:int}-D tensors respectively",
            "For batched (3-D) `query`, expected `{what:key_padding_mask|attn_mask}` to be `None`"
            "{:, 2-D or 3-D| or 2-D} but found {a:int}-D tensor instead",
            "For unbatched (2-D) `query`, expected `{what:key_padding_mask|attn_mask}` to be "
            "`None`{:, 2-D or 3-D| or 1-D} but found {a:int}-D tensor instead",
        ),
        "tensor shape",
        "Attention takes inputs and masks that agree in their axes: three with a batch, two "
        "without, a key_padding_mask with one less. One has {a}.",
        "Print the shapes, and add the batch with unsqueeze.",
        "from torch import nn\nx = torch.ones(4, 2, 8)\nnn.MultiheadAttention(8, 2)(x, x[0], x[0])",
    ),
    Entry(
        (
            "key shape {key:text} does not match value shape {value:text}",
            "key's sequence and batch dims {key:text} do not match value's {value:text}",
        ),
        "tensor shape",
        "Attention looks a value up for each key, so both have one shape. The keys have {key}, "
        "and the values {value}.",
        "Hand over the same tensor for both, as in attention(query, memory, memory).",
        "from torch import nn\nx = torch.ones(4, 2, 8)\nnn.MultiheadAttention(8, 2)(x, x[:3], x)",
    ),
    Entry(
        (
            "Expected key_padded_mask.shape[{:int}] to be {wanted:int}, but got {got:int}",
            "Expected `key_padded_mask.shape[{:int}]` to be {wanted:int}, but got {got:int}",
            "expecting key_padding_mask shape of ({:shape}), but got torch.Size([{:shape}])",
        ),
        "tensor shape",
        "key_padding_mask has a row for each sample, (batch, length), True where there is only "
        "filling. One size is to be {wanted}, and is {got}.",
        "Print both shapes: mask.T exchanges the axes; batch_first=True says that the batch "
        "stands first in the input.",
        "from torch import nn\nx = torch.ones(4, 2, 8)\n"
        "nn.MultiheadAttention(8, 2)(x, x, x, key_padding_mask=torch.ones(4, 2) > 2)",
    ),
    Entry(
        (
            "only bool and floating types of {name:key_padding_mask|attn_mask|mask|src_mask} are "
            "supported",
            "Expected attn_mask dtype to be bool or {:few}, but got attn_mask.dtype: {kind:type} "
            "and",
            "Expected attn_mask dtype to be bool or {:text} but got attn_mask.dtype: {kind:type} "
            "and",
            "Converting mask without torch.bool dtype to bool",
            "Byte tensor for {:key_padding_mask|attn_mask} in nn.MultiheadAttention is deprecated",
        ),
        "tensor dtypes",
        "A mask of attention holds truth values, or floats that are added. This holds other "
        "numbers.",
        "Write mask.bool(). In key_padding_mask True leaves a place out; in attn_mask of "
        "F.scaled_dot_product_attention True takes it in.",
        "from torch import nn\nx = torch.ones(4, 2, 8)\n"
        "nn.MultiheadAttention(8, 2)(x, x, x, attn_mask=torch.ones(4, 4).long())",
    ),
    Entry(
        "activation should be relu/gelu, not {name:text}",
        "",
        "A layer of nn.Transformer knows two activations by name. This is {name}.",
        'Write activation="relu" or "gelu", or hand over a function: activation=torch.tanh.',
        "from torch import nn\nnn.TransformerEncoderLayer(8, 2, activation='tanh')",
    ),
    Entry(
        (
            "the batch number of src and tgt must be equal",
            "the feature number of src and tgt must be equal to d_model",
        ),
        "tensor shape",
        "A transformer reads src and tgt as (length, batch, features), the same batch in both, and "
        "features of size d_model.",
        "Print both shapes. Batches that stand first need batch_first=True, and words an "
        "nn.Embedding of size d_model before.",
        "from torch import nn\nm = nn.Transformer(8, 2, 1, 1, 8)\n"
        "m(torch.ones(4, 2, 8), torch.ones(4, 3, 8))",
    ),
    Entry(
        (
            "enable_nested_tensor is True, but self.use_nested_tensor is False because {why:text}",
            "Support for mismatched {a:name} and {b:name} is deprecated. Use same type for both",
        ),
        "",
        "This warning changes no result.",
        "It does no harm. Write enable_nested_tensor=False in nn.TransformerEncoder, or give both "
        "masks one type, to have it quiet.",
        "from torch import nn\nnn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2), 1)",
        since=(2, 4),
    ),
    Entry(
        (
            "Need attn_mask if specifying the is_causal hint",
            "Explicit attn_mask should not be set when is_causal=True",
            "_scaled_dot_product_attention: Explicit attn_mask should not be set when "
            "is_causal=True",
        ),
        "tensor shape",
        "is_causal=True stands for a mask that hides what comes later: F.scaled_dot_product_"
        "attention takes it in place of attn_mask, nn.MultiheadAttention beside it.",
        "Give attn_mask=nn.Transformer.generate_square_subsequent_mask(length) to the layer, and "
        "only one of the two to the function.",
        None,
        recorded=(
            "RuntimeError: _scaled_dot_product_attention: Explicit attn_mask should not be set "
            "when is_causal=True",
            "RuntimeError: Need attn_mask if specifying the is_causal hint.",
        ),
    ),
    Entry(
        (
            "too many values to unpack (expected {wanted:int})",
            "too many values to unpack from {call:pack_padded_sequence|pack_sequence}",
        ),
        "tensor cat",
        "pack_padded_sequence gives one object, a PackedSequence, and since PyTorch 1.1 it has "
        "four "
        "fields, not two.",
        "Write packed = pack_padded_sequence(x, lengths), and packed.data for its numbers; data, "
        "batch_sizes, *_ = packed takes the first two.",
        "from torch import nn\na, b = nn.utils.rnn.pack_padded_sequence(torch.ones(3, 1, 2), [3])",
        when=lambda found: (
            "call" in found.fields
            or bool(re.search(r"=\s*[\w.]*pack_(?:padded_)?sequence\(", found.line))
        ),
    ),
    Entry(
        "'<' not supported between instances of '{:torchtext.data.example.|}Example' and "
        "'{:torchtext.data.example.|}Example'",
        "",
        "A BucketIterator of torchtext puts texts of like length into one batch, so it sorts the "
        "samples, and was not told by what.",
        "Give it sort_key=lambda x: len(x.text), with the name of your field in place of text, and "
        "sort_within_batch=True. The validation set is sorted by the same key.",
        None,
        recorded=(
            '  File "/site-packages/torchtext/data/iterator.py", line 233, in data\n    xs = '
            "sorted(self.dataset, key=self.sort_key)\nTypeError: '<' not supported between "
            "instances of 'Example' and 'Example'",
        ),
        when=lambda found: bool(
            re.search("torch", f"{found.code}{found.before[-3000:]}", re.IGNORECASE)
        ),
    ),
    Entry(
        "'PackedSequence' object has no attribute '{name:name}'",
        "tensor cat",
        "pack_padded_sequence gives a PackedSequence, which recurrent layers take and other layers "
        "do not. It has no {name}.",
        "Unpack what comes out of the layer: out, lengths = pad_packed_sequence(packed, "
        "batch_first=True). Its numbers alone, one after another, are packed.data.",
        "from torch import nn\nnn.utils.rnn.pack_padded_sequence(torch.ones(3, 1, 2), [3]).size()",
    ),
    Entry(
        "Expected query, key, and value to have the same dtype, but got query.dtype: {a:type} "
        "key.dtype: {b:type} and value.dtype: {c:type} instead",
        "tensor dtypes",
        "Attention multiplies queries, keys and values, and they have different types. They are "
        "{a}, {b} and {c}.",
        "Bring all to one, k.to(q.dtype), or compute under torch.autocast. A part of the model "
        "that is left in float32, a norm layer or LoRA weights, makes such a mixture.",
        "import torch.nn.functional as F\nq = torch.ones(1, 2, 8)\n"
        "F.scaled_dot_product_attention(q, q.double(), q)",
        since=(2, 13),
    ),
    Entry(
        ("'weight' must be 2-D", "weight should have at least three dimensions"),
        "tensor shape",
        "The weights of a layer have another number of axes than it takes.",
        "",
        "import torch.nn.functional as F\nF.embedding(torch.tensor([0]), torch.ones(3))",
        ways=ways("""
            FSDP or DeepSpeed: Call the wrapped model as a whole, model(x), and no part of it, such
                as model.module: the parts' weights are split among the GPUs.
            weights of your own: Give those of an embedding two axes, those of a convolution three
                at least.
        """),
    ),
    Entry(
        (
            "MultiheadAttention does not support NestedTensor outside of its fast path",
            "to_padded_tensor: at least one constituent tensor should have non-zero numel",
            "The PyTorch API of nested tensors is in prototype stage and will change in the near "
            "future",
        ),
        "tensor shape",
        "In eval mode nn.TransformerEncoder leaves out the places that src_key_padding_mask marks "
        "as filling, by way of nested tensors, which not every layer takes.",
        "Write nn.TransformerEncoder(layer, n, enable_nested_tensor=False). A sample that is "
        "masked entirely has nothing left: keep one place of it.",
        "torch.nested.nested_tensor([torch.ones(2)])",
        recorded=(
            "AssertionError: MultiheadAttention does not support NestedTensor outside of its fast "
            "path. The fast path was not hit because autograd is enabled",
        ),
    ),
    Entry(
        (
            "cannot call binary pointwise function {name:name} with inputs of shapes {a:text} and "
            "{b:text}",
            "stack(): expected all nested tensors to have the same nested structure",
            "NestedTensor {name:name}: expected {:name} and {:name} to have the same exact offsets "
            "tensor",
        ),
        "tensor shape",
        "The axis of different lengths of a jagged nested tensor has a name, such as j1, and two "
        "tensors go together only where it is the same: one made apart gets another, even with "
        "equal lengths.",
        "",
        "x, y = [torch.nested.nested_tensor([torch.ones(2, 3), torch.ones(3, 3)], "
        "layout=torch.jagged) for _ in range(2)]\nx - y",
        since=(2, 4),
        ways=ways("""
            both nested, of equal lengths: Write y =
                torch.nested.nested_tensor_from_jagged(y.values(), offsets=x.offsets()) before.
            nested and plain: Give the plain one size 1 along the axis of different lengths, or
                write x.to_padded_tensor(0.0) - y.
        """),
    ),
    Entry(
        (
            "{name:name}(): not supported for NestedTensor on {:ragged dim|dim=0}",
            "{name:name}(): not supported when {:reducing|normalizing} {:text} for NestedTensor",
            "{name:matmul}(): not supported between inputs of shapes",
            "{name:Transpose|Permute} is not supported on the batch dimension for jagged NT",
            "{name:view|expand}(): cannot {:view|expand} shape ({:shape}, j",
            "NYI: broadcasting NT with T with larger dim",
        ),
        "tensor shape",
        JAGGED,
        "",
        "x = torch.nested.nested_tensor([torch.ones(2, 3)], layout=torch.jagged)\n"
        "x @ x.transpose(1, 2)",
        since=(2, 5),
        ways=JAGGED_WAYS,
    ),
    Entry(
        "aten.{name:name}",
        "tensor shape",
        JAGGED,
        "",
        "x = torch.nested.nested_tensor([torch.ones(2, 3)], layout=torch.jagged)\nx.cumsum(1)",
        since=(2, 5),
        recorded=(
            'File "torch/nested/_internal/nested_tensor.py", line 288, in __torch_dispatch__\n    '
            "raise NotImplementedError(func)\nNotImplementedError: aten.avg_pool2d.default",
        ),
        ways=JAGGED_WAYS,
        when=lambda found: "torch/nested" in found.before.replace("\\", "/"),
    ),
    Entry(
        "No viable backend for scaled_dot_product_attention was found",
        "tensor shape",
        "Attention of jagged nested tensors found no way to compute this; the lines above say for "
        "each what it missed.",
        "Give query, key and value as (batch, heads, length, features), all nested: "
        "x.unflatten(-1, (heads, -1)).transpose(1, 2) makes it of (batch, length, features).",
        None,
        recorded=("RuntimeError: No viable backend for scaled_dot_product_attention was found",),
    ),
    Entry(
        (
            "Internal error: NestedTensorImpl doesn't support {what:sizes|strides}",
            "Given dimension {axis:int} is irregular and does not have a size",
            "NestedTensor can only be reduced across the last dimension for now",
            "NestedTensor always requires keepdim=True for now",
            "Expected both {:self and other |}to be nested, but got a",
            "view: For now nested view cannot change or infer the implicit batch dimension",
            "{name:squeeze|unsqueeze}(): For nested tensors, {:squeezing|unsqueezing} dimension",
            "{name:narrow}(): only dim=0 supported for nested tensors, but got",
            "{name:eq} does not support nested tensor as other value",
        ),
        "tensor shape",
        "Nested tensors of the layout that torch.nested.nested_tensor takes by itself know few "
        "operations, and not their shape, since one axis has different lengths.",
        "",
        "x = torch.nested.nested_tensor([torch.ones(2, 3), torch.ones(3, 3)])\nx.shape",
        since=(2, 3),
        ways=ways("""
            the lists are your own: Write torch.nested.nested_tensor([a, b], layout=torch.jagged),
                which knows more, x.shape too.
            one size is enough: Write x.size(0) for the number of parts, x.size(-1) for the last
                axis.
            sum and mean: Write x.sum(-1, keepdim=True), along the last axis.
            any other operation: Write [f(t) for t in x.unbind()], or f(x.to_padded_tensor(0.0)).
        """),
    ),
    Entry(
        (
            "Cannot represent given tensor list as a nested tensor with the jagged layout",
            "All Tensors given to nested_tensor must have the same dimension",
            "When constructing a nested tensor, all tensors in list must have the same {:name}",
            "Only lists (List[Tensor] and List[List...[Scalar]]) are accepted in nested_tensor",
            "as_nested_tensor(): Expected first argument to be a tensor or a list",
        ),
        "tensor shape",
        "A nested tensor is made of a list of tensors with the same number of axes, which in the "
        "jagged layout differ in the size of one axis alone.",
        "Write print([t.shape for t in items]), and bring the other axes to one size, as by t[:, "
        ":64] or F.pad. Different pictures fit where they are flattened: t.flatten(1).T.",
        "torch.nested.nested_tensor([torch.ones(2, 3), torch.ones(3, 4)], layout=torch.jagged)",
        since=(2, 4),
    ),
    Entry(
        (
            "block_mask was created for block_mask.shape=({made:shape}) but got q_len={q:int} and "
            "kv_len={kv:int}",
            "block_mask was created for block_mask.shape=",
            "block_mask was created for a {:smaller|larger} length than you're using it for",
        ),
        "tensor shape",
        "flex_attention got a mask of another length than the tensors. It is made for ({made}), "
        "whose last two are the lengths of query and key. Now they are {q} and {kv}.",
        "Write create_block_mask(mask_mod, B=None, H=None, Q_LEN=q.shape[-2], "
        "KV_LEN=k.shape[-2], device=q.device) for each length that occurs. A length that is "
        "written into the program as a number is the place to look at.",
        "from torch.nn.attention.flex_attention import create_block_mask, flex_attention\n"
        "m = create_block_mask(lambda b, h, q, k: q >= k, None, None, 64, 64, device='cpu')\n"
        "x = torch.ones(1, 1, 32, 16)\nflex_attention(x, x, x, block_mask=m)",
        since=(2, 6),
    ),
    Entry(
        (
            "Expect query and key/value to have the same number of heads but got Hq={a:int} and "
            "Hkv={b:int}",
            "Expect number of query heads to be a multiple of kv heads for GQA but got Hq={a:int} "
            "and Hkv={b:int}",
            "NYI: query, key, and value must be 4D tensors",
            "Expect query and key/value to have the same embedding dimension but got E={a:int} and "
            "E={b:int}",
            "Expect query and key/value to have the same batch size",
        ),
        "tensor shape",
        "flex_attention takes query, key and value as (batch, heads, length, features), alike in "
        "all but the length. Here query has {a}, and key {b}.",
        "Print the three shapes. Fewer heads in key and value, a divisor of those of query, need "
        "enable_gqa=True. (batch, length, heads · features) becomes four axes by x.unflatten(-1, "
        "(heads, -1)).transpose(1, 2).",
        "from torch.nn.attention.flex_attention import flex_attention\n"
        "x = torch.ones(1, 2, 8, 16)\nflex_attention(x, x[:, :1], x[:, :1])",
        since=(2, 5),
    ),
    Entry(
        "FlexAttention does not support backward on {device:CPU|MPS}",
        "",
        "flex_attention has no gradients on this device, {device}.",
        "Train on a GPU of NVIDIA. To evaluate here, write with torch.no_grad(): around the "
        "model. "
        "F.scaled_dot_product_attention(q, k, v, attn_mask=mask) has gradients on every device.",
        "from torch.nn.attention.flex_attention import flex_attention\n"
        "x = torch.ones(1, 2, 8, 16, requires_grad=True)\nflex_attention(x, x, x)",
        since=(2, 7),
    ),
    Entry(
        (
            "offsets has to be a 1D Tensor but got None",
            "if input is 2D, then offsets has to be None",
            "input has to be {:1D or 2D Tensor|a 1D or 2D Tensor}, but got Tensor of dimension "
            "{axes:int}",
        ),
        "tensor shape",
        "nn.EmbeddingBag reads texts of one length as (batch, length), or all texts one after "
        "another in one axis, with offsets that say where each begins.",
        "Hand over two axes alone, or one axis and offsets: bag(words, offsets).",
        "from torch import nn\nnn.EmbeddingBag(3, 2)(torch.ones(3).long())",
    ),
    Entry(
        (
            "offsets[0] has to be 0, i.e., the first sequence in the mini-batch has to start from "
            "position 0. However, got {value:int}",
            "offsets[-1] can not be greater than input's length {length:int} but got offsets[-1] "
            "of {value:int}",
            "offsets[-1] can not be greater than input's length({length:int}) but got offsets[-1] "
            "of {value:int}",
        ),
        "tensor index",
        "The offsets of nn.EmbeddingBag tell where each text begins in the row of all words: the "
        "first is 0, and none lies beyond the {length} words. Here it is {value}.",
        "Make them of the texts' lengths: torch.tensor([0, *lengths[:-1]]).cumsum(0). With "
        "DataParallel hand over texts as (batch, length), without offsets: it cuts both in parts "
        "that do not fit.",
        "import torch.nn.functional as F\n"
        "F.embedding_bag(torch.tensor([1, 2]), torch.ones(3, 2), torch.tensor([0, 5]))",
    ),
    Entry(
        "Index {place:int} of input takes value {value:int} which is not in the valid range [0, "
        "{size:int})",
        "tensor index",
        "nn.EmbeddingBag looks rows up by their numbers, and has {size} rows. Number {place} of "
        "the input, counted from 0, is {value}.",
        "Print x.min(), x.max(), and make num_embeddings x.max() + 1 at least. A number below 0 "
        "is none: give unknown words a row of their own.",
        "import torch.nn.functional as F\n"
        "F.embedding_bag(torch.tensor([1, 5]), torch.ones(3, 2), torch.tensor([0]))",
        since=(2, 2),
    ),
    Entry(
        (
            "embedding_bag: If per_sample_weights ({a:text}) is not None, then it must have the "
            "same shape as the input ({b:text})",
            "embedding_bag: per_sample_weights was not None. per_sample_weights is only supported "
            "for mode='sum'",
        ),
        "tensor shape",
        "nn.EmbeddingBag takes a weight for each word, in the shape of the words and with "
        'mode="sum" alone. The weights have {a}, and the words {b}.',
        'Write nn.EmbeddingBag(n, d, mode="sum"), and print both shapes. For a mean divide the '
        "weights by their sum.",
        "import torch.nn.functional as F\nF.embedding_bag(torch.tensor([1, 2]), "
        'torch.ones(3, 2), torch.tensor([0]), per_sample_weights=torch.ones(3), mode="sum")',
    ),
    Entry(
        "Unable to create tensor, you should probably activate truncation and/or padding with",
        "tensor cat",
        "A tokenizer of transformers was to make tensors, and the texts have different lengths, or "
        "a column holds something else than numbers.",
        'Write tokenizer(texts, padding=True, truncation=True, return_tensors="pt"). In a Trainer '
        "a DataCollatorWithPadding pads each batch, DataCollatorForSeq2Seq the labels too; leave "
        "columns of text out.",
        None,
        recorded=(
            "ValueError: Unable to create tensor, you should probably activate truncation and/or "
            "padding with 'padding=True' 'truncation=True' to have batched tensors with the same "
            "length. Perhaps your features (`labels` in this case) have excessive nesting",
        ),
    ),
)
