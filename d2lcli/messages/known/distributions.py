"""Random draws, and the constraints of distributions."""

from __future__ import annotations

import re

from ...language import MESSAGES, mark, tr
from ..entry import Entry, Found, Way
from .ways import ways

# What the constraints of torch.distributions ask for.
SIMPLE = {
    "Simplex": mark("sets of probabilities: none negative, and together 1"),
    "Real": mark("numbers, and no nan"),
    "RealVector": mark("numbers, and no nan"),
    "PositiveDefinite": mark("symmetric matrices whose eigenvalues are all above 0"),
    "PositiveSemidefinite": mark("symmetric matrices with no eigenvalue below 0"),
    "LowerCholesky": mark("lower triangular matrices with positive numbers on the diagonal"),
    "LowerTriangular": mark("lower triangular matrices"),
    "Symmetric": mark("symmetric matrices"),
    "Square": mark("square matrices"),
    "CorrCholesky": mark("lower triangular matrices with rows of length 1 and a positive diagonal"),
    "Boolean": mark("0 or 1"),
    "OneHot": mark("vectors with a single 1, else 0"),
    "Nonnegative": mark("numbers from 0 up"),
    "Multinomial": mark("counts that together make total_count"),
}


def _number(text: str) -> str:
    return text.removesuffix(".0") if re.fullmatch(r"-?\d+\.0", text) else text


def constraint(text: str) -> str:
    """A constraint of torch.distributions in words."""
    lower = re.search(r"lower_bound=([^,()]+)", text)
    upper = re.search(r"upper_bound=([^,()]+)", text)
    low = _number(lower[1]) if lower else ""
    high = _number(upper[1]) if upper else ""
    whole = "Integer" in text
    told = ""
    if low and high:
        told = "whole numbers from {low} to {high}" if whole else "numbers from {low} to {high}"
    elif "GreaterThanEq" in text or (low and whole):
        told = "whole numbers from {low} up" if whole else "numbers from {low} up"
    elif low:
        told = "numbers greater than {low}"
    elif high:
        told = "whole numbers less than {high}" if whole else "numbers less than {high}"
    if told:
        return tr(told, MESSAGES, low=low, high=high)
    names = [name for name in re.findall(r"\w+", text) if name in SIMPLE]
    return tr(SIMPLE[names[0]], MESSAGES) if names else ""


BOUNDED = (
    mark("whole numbers from {low} to {high}"),
    mark("numbers from {low} to {high}"),
    mark("whole numbers from {low} up"),
    mark("numbers from {low} up"),
    mark("numbers greater than {low}"),
    mark("whole numbers less than {high}"),
    mark("numbers less than {high}"),
)


def _words(found: Found) -> dict[str, str]:
    words = constraint(found["constraint"])
    return {"words": words} if words else {}


def _hint(found: Found) -> dict[str, str]:
    """What makes values fit, by the constraint."""
    text = found.fields.get("constraint", "")
    words = _words(found) if text else {}
    hints = {
        "Simplex": mark("Weights become probabilities by w / w.sum()."),
        "GreaterThan(": mark(
            "softplus or exp makes positive numbers of any: F.softplus(s) + 1e-6."
        ),
        "GreaterThanEq": mark("softplus or exp makes positive numbers of any."),
        "Interval(": mark(
            "sigmoid makes numbers from 0 to 1 of any; or hand scores over as logits=…."
        ),
        "PositiveDefinite": mark(
            "A @ A.mT + 1e-4 * torch.eye(n) is symmetric and positive definite. "
            "In float64 less is lost to rounding."
        ),
        "LowerCholesky": mark("torch.linalg.cholesky makes it of a covariance matrix."),
        "LessThan": mark("low has to lie below high."),
    }
    hint = next((hint for name, hint in hints.items() if name in text), "")
    return words | ({"hint": tr(hint, MESSAGES)} if hint else {})


def _nan(found: Found) -> bool:
    return re.search(r"\bnan\b", found.fields.get("values", "")) is not None


def _missing(found: Found) -> str:
    """What a distribution of torch does not have, where it is asked for."""
    frames = re.findall(r'File "([^"]+)", line \d+, in (\w+)', found.before[-1500:])
    file, name = frames[-1] if frames else ("", "")
    return name if re.search(r"torch[/\\]distributions[/\\]", file) else ""


ONE_BOUND = r"\barange\((?!\s*\w+=)(?:[^(),]|\([^()]*\))+(?:, *(?:dtype|device)=[^(),]+)*\)"
PARAMETER = (
    "Expected parameter {name:name} ({:text}) of distribution {kind:name}({:text}) to satisfy the "
    "constraint {constraint:text}, but found invalid values: {values:values}",
    "Expected parameter {name:name} ({:text}) of distribution {kind:name}({:text}) to satisfy the "
    "constraint {constraint:text}, but found invalid values",
)

DISTRIBUTIONS = (
    Entry(
        PARAMETER,
        "dice sample",
        "There is nan among the values, and {kind} takes for {name} only {words}. As a rule the "
        "numbers were lost before, in training.",
        "Test torch.isfinite(x).all() from the input on, to find where the first nan appears: a "
        "learning rate too large, log or sqrt of 0, a division by 0, nan in the data. "
        "torch.nn.utils.clip_grad_norm_ keeps gradients small.",
        "torch.distributions.Normal(torch.tensor([float('nan')]), 1)",
        when=_nan,
        more=_words,
    ),
    Entry(
        PARAMETER,
        "dice sample",
        "A distribution checks its parameters, and {name} holds nan, or a number outside of what "
        "is allowed. {kind} takes for {name} only {words}.",
        "",
        "torch.distributions.Normal(0, -1)",
        recorded=(
            "ValueError: Expected parameter scale (Tensor of shape (16, 32, 32)) of distribution "
            "Normal(loc: torch.Size([16, 32, 32]), scale: torch.Size([16, 32, 32])) to satisfy the "
            "constraint GreaterThan(lower_bound=0.0), but found invalid values",
            "ValueError: Expected parameter probs (Tensor of shape (2,)) of distribution "
            "Categorical(probs: torch.Size([2])) to satisfy the constraint Simplex(), but found "
            "invalid values:\ntensor([-1.,  2.])",
        ),
        more=_hint,
        ways=(
            Way(
                "numbers outside",
                "{hint}",
                lambda found: "..." not in found.fields.get("values", "..."),
            ),
            Way(
                "nan, after some training",
                "Test torch.isfinite(x).all() from the input on: a learning rate too large, log "
                "or sqrt of 0 and a division by 0 make it. clip_grad_norm_ keeps gradients small.",
            ),
        ),
    ),
    Entry(
        (
            "Expected value argument ({:text}) to be within the support ({constraint:text}) of the "
            "distribution {kind:name}({:text}), but found invalid values",
        ),
        "dice sample",
        "A value is outside of what the distribution can give. {kind} gives {words}.",
        "Print the values. validate_args=False turns the check off, and the log probability is "
        "then wrong there.",
        "torch.distributions.Exponential(1.0).log_prob(torch.tensor(-1.0))",
        more=_words,
    ),
    Entry(
        (
            "The parameter {name:name} has invalid values",
            "The value argument must be within the support",
        ),
        "dice sample",
        "A distribution checks its numbers, and some of these are outside of what it takes, or "
        "nan. It is about {name}.",
        "Print the values, and test torch.isfinite(x).all(). Scales are positive, probabilities "
        "from 0 to 1.",
        None,
        recorded=("ValueError: The parameter probs has invalid values",),
    ),
    Entry(
        "The value argument to log_prob must be a Tensor",
        "dice sample",
        "log_prob and cdf take a tensor.",
        "Write torch.tensor(5).",
        "torch.distributions.Categorical(torch.ones(3)).log_prob(5)",
    ),
    Entry(
        (
            "Input arguments must all be instances of {:numbers.|}Number, torch.Tensor",
            "Input arguments must all be instances of numbers.Number or torch.tensor",
        ),
        "dice sample",
        "The parameters of a distribution are numbers or tensors, and one of these is neither.",
        "Make a tensor of it first: torch.tensor(…).",
        'torch.distributions.Normal("a", 1)',
    ),
    Entry(
        "Either `probs` or `logits` must be specified, but not both",
        "dice sample",
        "A distribution is given by probabilities or by scores, one of the two.",
        "Write Categorical(probs=p), or Categorical(logits=scores) for numbers of any sign.",
        "torch.distributions.Categorical()",
    ),
    Entry(
        "`{name:probs|logits}` parameter must be at least one-dimensional",
        "dice sample",
        "A distribution over several outcomes takes one number for each, and this is a single "
        "number.",
        "Write torch.tensor([0.5, 0.5]), or Bernoulli for one probability.",
        "torch.distributions.Categorical(torch.tensor(1.0))",
    ),
    Entry(
        "base_distribution needs to have shape with size at least {wanted:int}, but got "
        "torch.Size([{shape:shape}])",
        "dice sample",
        "The transforms take draws with {wanted} axes or more, and the base distribution has "
        "fewer. Its shape is [{shape}].",
        "Print t.domain.event_dim for each transform t.",
        "D = torch.distributions\n"
        "D.TransformedDistribution(D.Normal(0.0, 1.0), D.StickBreakingTransform())",
        ways=ways("""
            {long} is the length of a vector: event_dim, and the number in IndependentTransform,
                count axes: write 1.
            parameters are single numbers: Give them axes: Normal(torch.zeros(3), torch.ones(3)).
        """),
        more=lambda found: {"long": found["wanted"]} if found.number("wanted") > 2 else {},
    ),
    Entry(
        "inhomogeneous total_count is not supported",
        "dice sample",
        "One Multinomial draws equally many times in each sample: total_count is one whole number.",
        "Write Multinomial(10, probs), and one for each other number of draws.",
        "torch.distributions.Multinomial(torch.tensor([1, 2]), torch.ones(6)).sample()",
    ),
    Entry(
        "'int' object is not iterable",
        "dice sample",
        "sample takes a shape, and got a number.",
        "Write sample((5,)), with a comma.",
        "torch.distributions.Normal(0.0, 1.0).sample(5)",
        when=lambda found: (
            found.calls("sample", "rsample")
            and re.search(r"torch[/\\]distributions[/\\]", found.before[-1500:]) is not None
        ),
    ),
    Entry(
        "",
        "dice sample",
        "The distribution has no {name}: PyTorch knows no formula for it. A draw of whole numbers, "
        "as of Categorical and Bernoulli, has no derivative either, so there is no rsample.",
        "In place of rsample write a = d.sample(), and let d.log_prob(a) * reward go into the "
        "loss; RelaxedBernoulli, RelaxedOneHotCategorical and F.gumbel_softmax have a derivative. "
        "In place of entropy take -d.log_prob(d.sample((1000,))).mean().",
        None,
        recorded=(
            '  File "a.py", line 3, in <module>\n    x = Categorical(p).rsample()\n  File "/lib/'
            'python3.11/site-packages/torch/distributions/distribution.py", line 182, in rsample\n'
            "    raise NotImplementedError\nNotImplementedError\n",
        ),
        when=lambda found: (
            found.type == "NotImplementedError"
            and found.code.endswith("raise NotImplementedError")
            and bool(_missing(found))
        ),
        more=lambda found: {"name": _missing(found)},
    ),
    Entry(
        "invalid multinomial distribution (sum of probabilities <= 0)",
        "dice multinomial",
        "All weights, or all of one row, are 0, so there is nothing to draw.",
        "Give at least one in each row a positive weight, and print them if you expected that.",
        "torch.multinomial(torch.zeros(3), 1)",
    ),
    Entry(
        (
            "probability tensor contains either `inf`, `nan` or element < 0",
            "invalid multinomial distribution (encountering probability entry < 0)",
            "invalid multinomial distribution (encountering probability entry = infinity or NaN)",
        ),
        "dice multinomial",
        "Weights are numbers from 0 up, and among these is a negative one, or one that is not "
        "finite.",
        "Print them, and test torch.isfinite(x).all() on the way.",
        "torch.multinomial(-torch.ones(3), 1)",
        ways=ways("""
            numbers below 0: Write torch.softmax(scores, -1).
            nan, after softmax: Leave one choice in each row that is not -inf, none that is inf, and
                begin anew where a game is over.
            nan, after some training: Lower the learning rate, and clip the gradients.
            a language model writes: Load it in bfloat16 or float32, keep the temperature well above
                0, or write do_sample=False.
        """),
    ),
    Entry(
        (
            "cannot sample n_sample > prob_dist.size(-1) samples without replacement",
            "invalid argument 2: cannot sample n_sample > prob_dist:size(1) samples without "
            "replacement",
            "invalid multinomial distribution (with replacement=False, not enough non-negative "
            "category to sample)",
        ),
        "dice multinomial",
        "torch.multinomial draws without putting back, as from a hat, and there are fewer "
        "numbers in it than you ask for, or fewer whose weight is not 0.",
        "Print w.shape and (w > 0).sum(-1) for the weights w.",
        "torch.multinomial(torch.ones(3), 5)",
        ways=ways("""
            fewer than you draw: Draw fewer, or write replacement=True, for dice.
            a last size of 0: Look for what should have made it, as a setting with 0 classes or
                actions.
        """),
    ),
    Entry(
        "invalid multinomial distribution",
        "dice multinomial",
        "Weights are finite numbers from 0 up, and not all of them 0 in a row. Here some are "
        "negative, or nan, or all of a row are 0: the whole message says which, in brackets.",
        "Print them. Give each row one positive weight at least: where choices are masked one has "
        "to be left. softmax makes weights of any numbers; nan comes from training that went "
        "astray, or from a row in which nothing is allowed.",
        None,
        recorded=("RuntimeError: invalid multinomial distribution",),
    ),
    Entry(
        (
            "multinomial only supports floating-point dtypes for input, got: {kind:type}",
            "\"bernoulli_tensor_cpu_p_\" not implemented for '{kind:type}'",
        ),
        "dice multinomial",
        "Probabilities and weights are floats. The type of these is {kind}.",
        "Write w.float().",
        "torch.multinomial(torch.ones(3).long(), 1)",
    ),
    Entry(
        (
            "Expected p_in >= 0 && p_in <= 1 to be true, but got false",
            "bernoulli_ expects p to be in [0, 1], but got p={p:text}",
            "invalid argument {:int}: must be >= 0 and <= 1",
        ),
        "dice sample",
        "A probability lies between 0 and 1, and one of these does not, or is nan.",
        "Print the values. sigmoid makes probabilities of any numbers.",
        "torch.bernoulli(torch.tensor([2.0]))",
    ),
    Entry(
        (
            "normal expects std >= 0.0, but found std {std:text}",
            "normal expects all elements of std >= 0.0",
            "normal_ expects std > 0.0, but found std={std:text}",
        ),
        "dice sample",
        "A standard deviation is a number from 0 up, and one of these is negative or nan.",
        "Print it. softplus or exp makes positive numbers of any.",
        "torch.normal(0.0, -1.0, (3,))",
    ),
    Entry(
        ("random_ expects 'from' to be less than 'to', but got from={low:int} >= to={high:int}",),
        "tensor create",
        "Whole numbers are drawn from the first bound up to one below the second. These bounds are "
        "{low} and {high}.",
        "",
        "torch.randint(5, 2, (3,))",
        ways=(
            Way(
                "RandomCrop in the traceback",
                "The picture is smaller than the crop: write Resize before it, or RandomCrop(size, "
                "pad_if_needed=True).",
                lambda found: re.search(r"torchvision.*get_params", found.before, re.S) is not None,
            ),
            *ways("""
                a call of your own: Write torch.randint(low, high, size) with high above low.
                a bound of 0: See that the list, or data set, that it counts is not empty.
            """),
        ),
        recorded=(
            'File "/site-packages/torchvision/transforms/transforms.py", line 538, in get_params\n'
            "    i = torch.randint(0, h - th + 1, size=(1, ))\nRuntimeError: random_ expects "
            "'from' to be less than 'to', but got from=0 >= to=-191",
        ),
    ),
    Entry(
        (
            "uniform_ expects to return a [from, to) range, but found from={low:few} > "
            "to={high:few}",
            "invalid argument {:int}: max must be greater than min, but got: min = {low:few}, max "
            "= {high:few}",
            "Uniform is not defined when low>= high",
        ),
        "tensor create",
        "Numbers are drawn from the lower bound up to the upper one. These bounds are {low} and "
        "{high}.",
        "Write the lower one first: x.uniform_(-1, 1). If they are computed print both: they may "
        "be equal, or nan.",
        "torch.ones(3).uniform_(5, 2)",
    ),
    Entry(
        (
            "number of categories cannot exceed 2^24",
            "multinomial number of categories cannot exceed 2^24",
        ),
        "dice multinomial",
        "torch.multinomial draws from up to 16,777,216 categories, and there are more. "
        "WeightedRandomSampler draws this way, with one category for each sample.",
        "Draw with NumPy: np.random.choice(len(p), n, p=p), where p adds up to 1, in a sampler of "
        "your own.",
        None,
        recorded=("RuntimeError: number of categories cannot exceed 2^24",),
    ),
    Entry(
        (
            "upper bound and {:lower|larger} bound inconsistent with step sign",
            "upper bound and larger bound inconsistent with step sign",
        ),
        "tensor create",
        "With this step the range never gets from its start to its end.",
        "Print both, and look at where one was computed.",
        "torch.arange(5, 1)",
        ways=(
            Way(
                "torch.arange(n)",
                "It begins at 0, so n is negative: make it 0 or more.",
                lambda found: re.search(ONE_BOUND, found.line) is not None,
            ),
            Way(
                "counting down is meant",
                "Write torch.arange(5, 1, -1).",
            ),
        ),
    ),
    Entry(
        "number of steps must be non-negative",
        "tensor create",
        "The number of points is negative.",
        "Write torch.linspace(0, 1, steps=5).",
        "torch.linspace(0, 1, -1)",
    ),
)
