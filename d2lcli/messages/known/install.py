"""Installing: what Python does not find, and what does not fit together."""

from __future__ import annotations

import re

from ..entry import Entry, Found
from .calls import frames, last_traceback, within_torch

PACKAGES = (
    "torch|torchvision|torchaudio|torchtext|torchdata|torchinfo|torchsummary|torchsummaryX|"
    "torch_xla|torch_directml|torch_npu|torch_tensorrt|torchdiffeq|torch_optimizer|torcheval|"
    "torchrl|torchio|torchfile|intel_extension_for_pytorch|"
    "torchviz|torchmetrics|torch_geometric|pytorch_lightning|lightning|torchcodec|torchao|numpy|"
    "matplotlib|d2l"
)
SHADOWED = "torch|torchvision|torchaudio|torchtext|torchmetrics|numpy|matplotlib|d2l"
# Add-ons in C++ and CUDA, which are built for one PyTorch.
ADD_ONS = (
    "torch-scatter|torch-sparse|torch-cluster|torch-spline-conv|pyg-lib|flash-attn|flash_attn|"
    "detectron2|pytorch3d|apex|xformers|mmcv-full|mmcv|torch_scatter|torch_sparse|torch_cluster|"
    "torch_spline_conv|pyg_lib|deepspeed|causal-conv1d|mamba-ssm"
)
# What follows libtorch in the names of PyTorch's own libraries: libtorchaudio is none of them.
OWN = re.compile(r"(?:_(?:cpu|cuda\w*|python|hip|xpu|global_deps))?\.")
NONE = re.compile(r"\(from versions: (?:none|0\.1\.2, [\w., ]*post2)\)$")
FRESH = (
    "python -m pip install --force-reinstall torch torchvision torchaudio takes releases that fit "
    "together; leave out what you do not use. pytorch.org has the line for a CUDA."
)


def _version(found: Found) -> dict[str, str]:
    return {"numpy": found["version"].rstrip(".")}


def _of_torch(found: Found) -> bool:
    """Whether a library of Windows was loaded for torch."""
    if found.fields.get("number", "126") in ("126", "1157", "1455") and "torch" in _title(found):
        return True
    files = re.findall(r"[^\s\"']+\.py\b", found.before[-6000:])
    inits = [re.search(r"torch[/\\]__init__\.py", file) is not None for file in files]
    return (
        "torch" in found.fields.get("path", "")
        or "own" in found.fields
        or inits[-1:] == [True]
        or (any(inits) and "ctypes" in files[-1])
        or re.match(r"(?:from|import) torch", found.code.rpartition("\n")[2]) is not None
        # A traceback that was read from a picture: below import torch there is ctypes alone.
        or re.search(
            r"^[ \t]*import torch\n(?:[^\n]*(?:torch|types|CDLL|_dlopen)[^\n]*\n){2,6}\Z",
            found.before[-2000:],
            re.MULTILINE,
        )
        is not None
        or re.search(r"(?:from|import) torch\S*(?: import \S+)?\s*\(?$", found.before[-200:])
        is not None
    )


def _nothing_else(found: Found) -> bool:
    """Whether no error of Python stands there that would tell more."""
    return not found.type or found.type.endswith("Warning")


def _other_generation(found: Found) -> bool:
    return found.number("a") > found.number("b")


# What Windows says in the languages in which learners ask.
PAGING = (
    "{why:The paging file is too small|Not enough memory resources are available|"
    "Insufficient system resources exist|存储空间不足|内存资源不足|"
    "页面文件太小|頁面檔太小|分頁檔太小|"
    "ページング ファイルが小さすぎる|페이징 파일이 너무 작|"
    "Die Auslagerungsdatei ist zu klein|Le fichier de pagination est insuffisant|"
    "El archivo de paginación es demasiado pequeño|O arquivo de paginação é muito pequeno|"
    "Файл подкачки слишком мал}"
)
PROCEDURE = (
    "{why:The specified procedure could not be found|The operating system cannot run|"
    "找不到指定的程序|找不到指定的程式|操作系统无法运行|指定されたプロシージャが見つかりません|"
    "지정된 프로시저를 찾을 수 없습니다|Die angegebene Prozedur wurde nicht gefunden|"
    "La procédure spécifiée est introuvable|No se encontró el proceso especificado|"
    "No se puede encontrar el procedimiento especificado|"
    "Não foi possível encontrar o procedimento especificado|"
    "Impossibile trovare la procedura specificata|Не найдена указанная процедура}"
)
STARTED = (
    "{why:A dynamic link library (DLL) initialization routine failed|动态链接库(DLL)初始化例程失败|"
    "動態連結程式庫 (DLL) 初始化例行程序失敗|"
    "ダイナミック リンク ライブラリ (DLL) 初期化ルーチンの実行に失敗|"
    "DLL 초기화 루틴을 실행할 수 없|DLL(동적 연결 라이브러리) 초기화 루틴을 실행할 수 없|"
    "Eine DLL-Initialisierungsroutine ist fehlgeschlagen|"
    "Произошел сбой в программе инициализации библиотеки динамической компоновки}"
)
ARCHITECTURE = (
    "{why:%1 is not a valid Win32 application|不是有效的 Win32 应用程序|不是正確的 Win32 應用程式|"
    "有効な Win32 アプリケーションではありません|올바른 Win32 응용 프로그램이 아닙니다|"
    "ist keine zulässige Win32-Anwendung|n'est pas une application Win32 valide|"
    "no es una aplicación Win32 válida|не является приложением Win32}"
)
BLOCKED = "{why:An Application Control policy has blocked this file|应用程序控制策略已阻止此文件}"
LOADED = "DLL load failed{core:: | while importing _C: }"
FROM_C = "{own:torch._C import *}{:text}DLL load failed{:text}"

NUMPY = (
    "PyTorch, or another compiled package, cannot use the NumPy that is here: as a rule it is of "
    "another generation than the one that the package was built for, NumPy 2 where 1 is wanted. "
    "NumPy {numpy} is installed."
)
NUMPY_OUT = (
    "Install a newer torch, which knows NumPy 2: python -m pip install -U torch. Or an older "
    'NumPy: python -m pip install "numpy<2". If the traceback names another package, such as '
    "opencv or pandas, that is the one to renew. If NumPy is not there at all: python -m pip "
    "install numpy."
)
# What torchtext had until 0.8 in torchtext.data.
FIELDS = (
    "Field|LabelField|RawField|NestedField|ReversibleField|SubwordField|BucketIterator|"
    "TabularDataset|Iterator|BPTTIterator|Example|Dataset|Batch|Pipeline"
)
# What torchaudio had before 2.9.
AUDIO = (
    "set_audio_backend|get_audio_backend|list_audio_backends|info|io|sox_effects|backend|_backend|"
    "AudioMetaData"
)
# Layers, and the functions that do the same.
FUNCTIONS = {
    "AdaptiveAvgPool2d": "adaptive_avg_pool2d",
    "AvgPool2d": "avg_pool2d",
    "BCELoss": "binary_cross_entropy",
    "BCEWithLogitsLoss": "binary_cross_entropy_with_logits",
    "Conv1d": "conv1d",
    "Conv2d": "conv2d",
    "Conv3d": "conv3d",
    "CrossEntropyLoss": "cross_entropy",
    "Dropout": "dropout",
    "ELU": "elu",
    "Embedding": "embedding",
    "GELU": "gelu",
    "KLDivLoss": "kl_div",
    "L1Loss": "l1_loss",
    "LayerNorm": "layer_norm",
    "LeakyReLU": "leaky_relu",
    "Linear": "linear",
    "LogSoftmax": "log_softmax",
    "MSELoss": "mse_loss",
    "MaxPool2d": "max_pool2d",
    "NLLLoss": "nll_loss",
    "ReLU": "relu",
    "SELU": "selu",
    "SiLU": "silu",
    "Sigmoid": "sigmoid",
    "SmoothL1Loss": "smooth_l1_loss",
    "Softmax": "softmax",
    "Softplus": "softplus",
    "Tanh": "tanh",
}
LAYERS_BY_FUNCTION = {function: layer for layer, function in FUNCTIONS.items()}
MODELS = (
    "alexnet vgg11 vgg13 vgg16 vgg19 vgg16_bn vgg19_bn resnet18 resnet34 resnet50 resnet101 "
    "resnet152 densenet121 densenet161 densenet169 densenet201 inception_v3 googlenet "
    "mobilenet_v2 mobilenet_v3_small mobilenet_v3_large efficientnet_b0 squeezenet1_0 "
    "squeezenet1_1 resnext50_32x4d wide_resnet50_2"
)
SCHEDULERS = (
    "StepLR MultiStepLR ExponentialLR CosineAnnealingLR ReduceLROnPlateau LambdaLR CyclicLR "
    "OneCycleLR CosineAnnealingWarmRestarts"
)
CAPITALS = {
    f"{part}.{name.lower()}": name
    for part, names in {
        "nn": "Linear Conv1d Conv2d Conv3d ConvTranspose2d ReLU LeakyReLU PReLU GELU ELU SELU SiLU "
        "Sigmoid Tanh Softmax LogSoftmax Dropout Dropout2d BatchNorm1d BatchNorm2d BatchNorm3d "
        "LayerNorm GroupNorm MaxPool1d MaxPool2d AvgPool2d AdaptiveAvgPool2d Sequential ModuleList "
        "ModuleDict Module Parameter Embedding LSTM GRU RNN LSTMCell GRUCell Flatten Identity "
        "MSELoss L1Loss SmoothL1Loss HuberLoss NLLLoss BCELoss BCEWithLogitsLoss CrossEntropyLoss "
        "KLDivLoss CTCLoss DataParallel MultiheadAttention Transformer Upsample",
        "utils.data": "DataLoader Dataset TensorDataset ConcatDataset IterableDataset Subset "
        "WeightedRandomSampler RandomSampler SubsetRandomSampler random_split",
        "optim": "SGD Adam AdamW Adagrad Adadelta Adamax RMSprop LBFGS NAdam RAdam",
        "transforms": "Compose ToTensor ToPILImage Normalize Resize CenterCrop RandomCrop "
        "RandomResizedCrop RandomHorizontalFlip RandomVerticalFlip RandomRotation ColorJitter "
        "Grayscale Lambda Pad",
        "datasets": "MNIST FashionMNIST EMNIST KMNIST CIFAR10 CIFAR100 ImageFolder DatasetFolder "
        "ImageNet SVHN STL10 CelebA CocoDetection VOCDetection",
        "models": MODELS,
        "optim.lr_scheduler": SCHEDULERS,
    }.items()
    for name in names.split()
}


def _asking(found: Found) -> str:
    """The library of PyTorch's own whose file asked for what is not there, "" without."""
    files = frames(last_traceback(found))
    asking = re.search(r"[/\\](torchvision|torchaudio)[/\\]", files[-1] if files else "")
    return asking[1] if asking else ""


WEIGHTS = (
    "ResNet18 ResNet34 ResNet50 ResNet101 VGG11 VGG16 VGG19 AlexNet DenseNet121 MobileNet_V2 "
    "MobileNet_V3_Small MobileNet_V3_Large EfficientNet_B0 EfficientNet_B4 EfficientNet_V2_S "
    "ViT_B_16 Inception_V3 ConvNeXt_Tiny Swin_T"
)
# Names that came later, and the first release that has them.
NEWER = {
    f"{package}.{name}": release
    for package, releases in {
        "torch": {
            "0.4": "utils.checkpoint nn.LayerNorm nn.GroupNorm nn.init.xavier_uniform_ "
            "nn.init.kaiming_normal_ nn.init.normal_ utils.data.random_split utils.data.Subset "
            "optim.lr_scheduler.CosineAnnealingLR",
            "0.4.1": "nn.functional.interpolate",
            "1.0": "hub jit.script",
            "1.1": "utils.tensorboard utils.tensorboard.SummaryWriter nn.MultiheadAttention "
            "nn.Identity nn.SyncBatchNorm optim.lr_scheduler.CyclicLR hub.load_state_dict_from_url "
            "nn.functional.one_hot optim.lr_scheduler.CosineAnnealingWarmRestarts",
            "1.2": "nn.Flatten nn.Transformer nn.TransformerEncoder nn.TransformerEncoderLayer "
            "nn.TransformerDecoder nn.TransformerDecoderLayer optim.AdamW "
            "utils.data.IterableDataset",
            "1.3": "optim.lr_scheduler.OneCycleLR hub.download_url_to_file",
            "1.4": "nn.GELU",
            "1.6": "cuda.amp cuda.amp.autocast optim.swa_utils utils.mobile_optimizer nn.Hardswish",
            "1.7": "nn.SiLU nn.functional.silu nn.Unflatten utils.benchmark",
            "1.8": "fx nn.LazyLinear nn.LazyConv2d nn.GaussianNLLLoss profiler",
            "1.9": "nn.Mish nn.HuberLoss nn.functional.mish nn.functional.huber_loss "
            "nn.utils.parametrize nn.utils.parametrizations testing.assert_close",
            "1.10": "optim.NAdam optim.RAdam optim.lr_scheduler.LinearLR nn.ReflectionPad3d "
            "optim.lr_scheduler.SequentialLR optim.lr_scheduler.ConstantLR",
            "1.11": "distributed.fsdp",
            "1.12": "backends.mps",
            "1.13": "cuda.OutOfMemoryError",
            "2.0": "_dynamo _inductor func optim.lr_scheduler.LRScheduler "
            "nn.functional.scaled_dot_product_attention",
            "2.1": "export compiler sparse.to_sparse_semi_structured _custom_ops",
            "2.2": "utils._pytree.register_pytree_node distributed.device_mesh "
            "distributed.device_mesh.init_device_mesh",
            "2.3": "amp.GradScaler nn.attention nn.attention.sdpa_kernel",
            "2.4": "library.register_fake library.custom_op nn.RMSNorm nn.functional.rms_norm "
            "serialization.add_safe_globals",
            "2.5": "nn.attention.flex_attention distributed.tensor.DTensor optim.Adafactor",
        },
        "torchvision": {
            "0.3": "models.mobilenet_v2 models.googlenet models.detection models.segmentation "
            "models.resnext50_32x4d models.shufflenet_v2_x1_0 models.mobilenet ops "
            "datasets.vision datasets.vision.VisionDataset datasets.VisionDataset",
            "0.4": "models.video models.wide_resnet50_2 transforms.RandomErasing io",
            "0.5": "models.quantization",
            "0.8": "transforms.GaussianBlur datasets.Places365 io.read_image io.decode_image",
            "0.9": "models.mobilenet_v3_small models.mobilenet_v3_large models.mobilenetv3 "
            "transforms.InterpolationMode transforms.functional.InterpolationMode "
            "transforms.AutoAugment datasets.WIDERFace utils.draw_bounding_boxes",
            "0.10": "utils.draw_segmentation_masks",
            "0.11": "models.efficientnet_b0 models.efficientnet_b1 models.efficientnet_b2 "
            "models.efficientnet_b3 models.efficientnet_b4 models.efficientnet_b7 "
            "models.efficientnet models.regnet_y_400mf models.feature_extraction "
            "transforms.RandAugment transforms.TrivialAugmentWide ops.StochasticDepth",
            "0.12": "models.convnext_tiny models.convnext_base models.vit_b_16 models.vit_b_32 "
            "models.vit_l_16 datasets.Food101 datasets.StanfordCars datasets.DTD datasets.EuroSAT "
            "datasets.FGVCAircraft datasets.GTSRB datasets.Flowers102 datasets.OxfordIIITPet "
            "utils.flow_to_image",
            "0.13": "models.swin_t models.swin_b models.efficientnet_v2_s models.efficientnet_v2_m "
            "models.get_weight transforms.AugMix ops.MLP ops.Conv2dNormActivation "
            "ops.misc.Conv2dNormActivation "
            + " ".join(f"models.{model}_Weights" for model in WEIGHTS.split())
            + " models.detection.FasterRCNN_ResNet50_FPN_Weights "
            "models.detection.MaskRCNN_ResNet50_FPN_Weights "
            "models.segmentation.DeepLabV3_ResNet50_Weights",
            "0.14": "models.get_model models.list_models models.maxvit_t models.swin_v2_t "
            "transforms.ElasticTransform",
            "0.15": "transforms.v2 disable_beta_transforms_warning "
            "datasets.wrap_dataset_for_transforms_v2",
            "0.16": "tv_tensors",
        },
    }.items()
    for release, names in releases.items()
    for name in names.split()
}
# What is gone, and what to write in its place.
GONE = {
    "torchvision.models.utils": "from torch.hub import load_state_dict_from_url",
    "torchvision.models.utils.load_state_dict_from_url": "from torch.hub import "
    "load_state_dict_from_url",
    "torchvision.models.mobilenet.ConvBNReLU": "from torchvision.ops.misc import "
    "Conv2dNormActivation as ConvBNReLU",
    "torchvision.models.mobilenetv2.ConvBNReLU": "from torchvision.ops.misc import "
    "Conv2dNormActivation as ConvBNReLU",
    "torchvision.transforms.Scale": "transforms.Resize(…)",
    "torchvision.transforms.RandomSizedCrop": "transforms.RandomResizedCrop(…)",
    "torchvision.transforms.functional_pil": "torchvision.transforms.functional",
    "torchvision.datapoints": "from torchvision import tv_tensors",
    "torch.nn.modules.loss._assert_no_grad": "assert not targets.requires_grad",
    "torch.jit.get_trace_graph": "torch.jit._get_trace_graph(…)",
    "torch.utils.data.dataloader._DataLoaderIter": "from torch.utils.data.dataloader import "
    "_BaseDataLoaderIter",
    "torch.utils.data.dataloader.ExceptionWrapper": "from torch._utils import ExceptionWrapper",
    "torch.utils.data.dataloader.numpy_type_map": "numpy_type_map = dict(float64="
    "torch.DoubleTensor, float32=torch.FloatTensor, float16=torch.HalfTensor, int64="
    "torch.LongTensor, int32=torch.IntTensor, int16=torch.ShortTensor, int8=torch.CharTensor, "
    "uint8=torch.ByteTensor)",
}
# Names that are in no release, at least not there.
ELSEWHERE = {
    f"{module}.{name}": place
    for module, names in {
        "torch.nn.functional": {
            "resize": "F.interpolate(x, size=(h, w))",
            "flatten": "x.flatten(1)",
            "reshape": "x.reshape(…)",
            "concat": "torch.cat([a, b], dim=1)",
            "cat": "torch.cat([a, b], dim=1)",
            "global_avg_pool2d": "F.adaptive_avg_pool2d(x, 1)",
            "swish": "F.silu(x)",
            "zero_pad2d": "F.pad(x, (1, 1, 1, 1))",
        },
        "torch.nn": {
            "Reshape": "nn.Flatten() / nn.Unflatten(1, (c, h, w))",
            "View": "nn.Flatten() / nn.Unflatten(1, (c, h, w))",
            "Dense": "nn.Linear(inputs, outputs)",
            "Concat": "torch.cat([a, b], dim=1)",
            "Concatenate": "torch.cat([a, b], dim=1)",
            "Swish": "nn.SiLU()",
            "GlobalAvgPool2d": "nn.AdaptiveAvgPool2d(1)",
            "GlobalAveragePooling2D": "nn.AdaptiveAvgPool2d(1)",
            "optim": "torch.optim",
            "Adam": "torch.optim.Adam(model.parameters())",
            "SGD": "torch.optim.SGD(model.parameters(), lr=0.1)",
            "Tensor": "torch.Tensor",
            "xavier_uniform_": "nn.init.xavier_uniform_(weight)",
            "xavier_normal_": "nn.init.xavier_normal_(weight)",
            "kaiming_normal_": "nn.init.kaiming_normal_(weight)",
            "no_grad": "torch.no_grad()",
        },
        "torch.utils": {
            "DataLoader": "from torch.utils.data import DataLoader",
            "Dataset": "from torch.utils.data import Dataset",
            "TensorDataset": "from torch.utils.data import TensorDataset",
            "SummaryWriter": "from torch.utils.tensorboard import SummaryWriter",
            "clip_grad_norm_": "torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)",
        },
        "torch.optim": {
            name: f"torch.optim.lr_scheduler.{name}(optimizer, …)" for name in SCHEDULERS.split()
        },
        "torchvision.transforms": {
            "Rescale": "transforms.Resize(…)",
            "Rotate": "transforms.RandomRotation(…)",
            "Flip": "transforms.RandomHorizontalFlip()",
            "RandomFlip": "transforms.RandomHorizontalFlip()",
            "Crop": "transforms.CenterCrop(…)",
        },
    }.items()
    for name, place in names.items()
}
# What has been there from the beginning.
EVERY = (
    "torch.nn torch.optim torch.utils torch.autograd torch.cuda torch.nn.functional torch.nn.init "
    "torch.utils.data torch.nn.Module torch.nn.Linear torch.nn.Conv2d torch.nn.ReLU "
    "torch.nn.Sequential torch.nn.CrossEntropyLoss torch.nn.MSELoss torch.nn.LSTM torch.optim.SGD "
    "torch.optim.Adam torch.Tensor torch.nn.Parameter torch.utils.data.DataLoader "
    "torch.utils.data.Dataset torch.autograd.Variable torchvision.datasets torchvision.transforms "
    "torchvision.models torchvision.utils torchvision.datasets.mnist torchvision.datasets.MNIST "
    "torchvision.datasets.ImageFolder torchvision.models.resnet torchvision.models.resnet18 "
    "torchvision.models.resnet50 torchvision.models.vgg16 torchvision.models.vgg "
    "torchvision.transforms.ToTensor torchvision.transforms.Compose "
    "torchvision.transforms.Normalize torchvision.transforms.transforms "
    "torchvision.transforms.functional"
)
# Modules that have to be imported by a line of their own, in some releases.
SUBMODULES = {
    "torch.utils": "tensorboard data cpp_extension checkpoint benchmark mobile_optimizer model_zoo "
    "flop_counter collect_env",
    "torch.optim": "lr_scheduler swa_utils",
    "torch.nn.utils": "rnn parametrize parametrizations prune",
    "torch.distributed": "fsdp tensor rpc elastic checkpoint pipelining",
    "torch.ao": "quantization",
    "torchvision.transforms": "functional v2",
}
WITHOUT_DISTRIBUTED = (
    "ReduceOp|reduce_op|init_process_group|is_initialized|ProcessGroup|get_rank|get_world_size|"
    "group|Backend|default_pg_timeout"
)
# What Python 2 and 3.6 tell without the module's name, and only PyTorch has.
BARE = {
    "download_url_to_file": "torch.hub",
    "load_state_dict_from_url": "torch.hub",
    "IterableDataset": "torch.utils.data",
    "InterpolationMode": "torchvision.transforms",
    "mobilenet_v2": "torchvision.models",
    "mobilenet_v3_small": "torchvision.models",
    "mobilenet_v3_large": "torchvision.models",
    "efficientnet_b0": "torchvision.models",
    "random_split": "torch.utils.data",
    "OneCycleLR": "torch.optim.lr_scheduler",
    "CosineAnnealingLR": "torch.optim.lr_scheduler",
    "ReduceLROnPlateau": "torch.optim.lr_scheduler",
    "build_vocab_from_iterator": "torchtext.vocab",
    **{f"{model}_Weights": "torchvision.models" for model in WEIGHTS.split()},
}
BARE_GONE = {
    key.rpartition(".")[2]: instead
    for key, instead in GONE.items()
    if key.rpartition(".")[2]
    in ("_assert_no_grad", "ConvBNReLU", "_DataLoaderIter", "numpy_type_map")
}
# What d2l 0.17.6 has and 1.0.3 has not, and the reverse.
D2L_OLD = (
    "EncoderBlock|RNNModelScratch|RNNModel|SeqDataLoader|count_corpus|download_all|"
    "evaluate_accuracy|load_corpus_time_machine|load_data_time_machine|predict_ch3|predict_ch8|"
    "read_time_machine|seq_data_iter_random|seq_data_iter_sequential|train_ch3|train_ch8|"
    "train_epoch_ch3|train_epoch_ch8|transpose_output|transpose_qkv"
)
D2L_NEW = (
    "Classifier|DataModule|FashionMNIST|GRU|HPOScheduler|HPOSearcher|HPOTrainer|HPOTuner|"
    "HyperParameters|LeNet|LinearRegressionScratch|LinearRegression|MTFraEng|Module|ProgressBoard|"
    "RNNLMScratch|RNNScratch|RNNLM|RNN|RandomSearcher|ResNeXtBlock|SGD|Seq2Seq|SoftmaxRegression|"
    "SuccessiveHalvingScheduler|SyntheticRegressionData|TimeMachine|Trainer|"
    "TransformerEncoderBlock|add_to_class|check_len|check_shape|cpu|gpu|num_gpus|init_cnn|"
    "init_seq2seq|frozen_lake|make_env|show_Q_function_progress|show_value_function_progress"
)
DAMAGED = (
    "file too short|invalid ELF header|object file has no loadable segments|"
    "ELF load command past end of file|cannot read file data: Input/output error"
)
CUDA_LIBRARIES = (
    "cudart|cublasLt|cublas|cufft|curand|cusolver|cusparse|nvrtc|nvToolsExt|nvJitLink|cupti|cufile"
)
# NVIDIA's libraries that no CUDA toolkit holds, and their packages for Ubuntu.
DOWNLOADS = {
    "cudnn": "",
    "nccl": "libnccl2",
    "cusparseLt": "libcusparselt0",
    "nvshmem_host": "",
    "cudss": "cudss",
}
# Libraries of the CUDA toolkit that add-ons are linked with.
LINKED = (
    "cudart_static|cudart|cudadevrt|cublasLt|cublas|cufft|curand|cusolver|cusparse|nvrtc|"
    "nvToolsExt|cuda"
)
NOT_LINKED = re.compile(
    rf"(?:cannot find -l|LNK1181: cannot open input file ')({LINKED})(?:\.lib|(?![\w.]))"
)
CODE = r"[/\\](?:site|dist)-packages[/\\](\w+)[/\\]"
IN_CPP = (
    "torch_scatter|torch_sparse|torch_cluster|torch_spline_conv|pyg_lib|mmcv|detectron2|pytorch3d|"
    "xformers|flash_attn"
)


def _key(found: Found) -> str:
    """A name with the package and the part of it that it was looked for in."""
    parts = (found.fields.get(field, "") for field in ("package", "part", "name"))
    return ".".join(part for part in parts if part)


def _gone(found: Found) -> dict[str, str]:
    key = _key(found)
    bare = found.fields.get("bare", "")
    return {
        "instead": GONE.get(key) or BARE_GONE[bare],
        "whole": bare or key,
        "package": found.fields.get("package", "PyTorch"),
    }


def _not_there(found: Found) -> dict[str, str]:
    """The package that is missing, as it is imported and as pip calls it."""
    names = (found.fields.get(field, "") for field in ("name", "bare", "typed"))
    package = next(filter(None, names), "").replace("torch ", "torch")
    ended = {"ended": package} if package == "torchtext" else {}
    return {"package": package, "wheel": package.replace("_", "-"), **ended}


def _title(found: Found) -> str:
    """What somebody wrote before and behind a message that stands alone in a line."""
    ahead = found.before.rpartition("\n")[2]
    line = re.search(r"\b(?:from|import) [^:]*$", ahead)
    fields = () if found.code else ("said", "loaded", "why", "rest")
    behind = (found.fields.get(field, "") for field in fields)
    return " ".join((line[0] if line else ahead, *behind)).lower()


def _compiled(found: Found) -> str:
    """The package beside torch whose part in C++ was loaded, "" where it was torch's own."""
    packages: list[str] = re.findall(CODE, last_traceback(found))
    if _torch_itself(found):
        return ""
    others = [package for package in packages if package != "torch"]
    if others:
        return others[-1]
    name = re.search(
        r"\b(?:from|import) (torchvision|torchaudio|torchtext|torchcodec)\b|"
        rf"\b({IN_CPP})\b|geometric",
        _title(found),
    )
    return (name[1] or name[2] or "torch_scatter") if name else ""


def _torch_itself(found: Found) -> bool:
    """Whether import torch failed in its own __init__.py, or in what this calls of ctypes."""
    files = re.findall(r"[^\s\"']+\.py\b", last_traceback(found))
    files = [file for file in files if not re.search(r"ctypes[/\\]__init__\.py$", file)]
    return bool(files) and re.search(r"[/\\]torch[/\\]__init__\.py$", files[-1]) is not None


def _asked(found: Found) -> str:
    """The newer module whose last name Python 2 did not find, with its package; "" without."""
    line = found.code.rpartition("\n")[2] or found.before.rstrip().rpartition("\n")[2]
    asked = re.search(
        rf"(?:from|import)\s+((?:torch|torchvision)\.(?:\w+\.)*{re.escape(found['last'])})\b", line
    )
    return asked[1] if asked and asked[1] in NEWER else ""


# What only PyTorch and its add-ons, or CUDA, have in the names of functions.
BESIDE = re.compile(
    r"N[KVO]*(?:2at|3c10|4c10d|5torch|6caffe2)|^_ZT\wN(?:2at|3c10|5torch|6caffe2)|^TH[CP]?[A-Z]"
    r"|^cu(?:da|dnn|blas|fft|rand|solver|sparse)|^__cuda|^nccl|^nvrtc|^mkl_|torch"
)


def _beside(found: Found) -> bool:
    """Whether the library that is missing, or does not fit, is one of PyTorch's or of an add-on.

    Raises:
        KeyError: The message was cut off before it said.
    """
    if found.fields.keys() & {"path", "file"}:
        return True
    if "library" in found.fields:
        return (
            "libcuda.so" not in found["library"]
            and re.search(r"torch\w*[/\\]__init__\.py", found.before) is not None
        )
    return BESIDE.search(found["symbol"]) is not None or "torch" in _title(found) + (
        last_traceback(found) if found.code else ""
    )


# The first CUDA whose compiler knows a kind of GPU.
FIRST_CUDA = {
    "7.0": "9.0",
    "7.5": "10.0",
    "8.0": "11.0",
    "8.6": "11.1",
    "8.9": "11.8",
    "9.0": "11.8",
    "10.0": "12.8",
    "12.0": "12.8",
}
# Programs whose own libraries of CUDA are none of PyTorch's.
OTHER_CUDA = re.compile(r"tensorflow|mxnet|\bjax|cupy|paddle|theano|\bcntk|caffe/|onnxruntime")


def _cuda_of(found: Found) -> dict[str, str]:
    """The CUDA that has a libcudart of this number: 10.1 has its own, since 11 all of a number."""
    number = re.match(r"\.so\.(\d+)(?:\.(\d+))?", found["version"])
    if found["library"] != "cudart" or number is None:
        return {}
    return {"cuda": number[1] if int(number[1]) > 10 else ".".join(filter(None, number.groups()))}


def _newer_gpu(found: Found) -> dict[str, str]:
    """The first CUDA that knows a GPU, and an older kind whose programs run on it too."""
    number = found["sm"].removesuffix("+PTX")
    if not re.fullmatch(r"\d+\.\d", number):
        return {}
    older = "7.5" if float(number) > 7.5 else "7.0" if number == "7.5" else ""
    return {
        **({"cuda": FIRST_CUDA[number]} if number in FIRST_CUDA else {}),
        **({"older": older} if older else {}),
    }


# The releases that belong together, as PyTorch's page of older releases has them.
PAIRS = {
    "torchvision": "torch 2.1: torchvision 0.16; torch 2.0: 0.15; torch 1.13: 0.14; "
    "torch 1.7: 0.8; torch 1.4: 0.5; torch 1.1: 0.3; torch 1.0: 0.2.2",
    "torchaudio": "torch 2.1: torchaudio 2.1; torch 2.0: 2.0; torch 1.13: 0.13; "
    "torch 1.10: 0.10; torch 1.7: 0.7",
}


def _numbers(release: str) -> list[int]:
    return [int(part) for part in release.split(".")]


def _offered(found: Found) -> tuple[str, str, str]:
    """The release that pip was asked for, and the oldest and the newest that it found.

    Raises:
        KeyError: No release was asked for, or pip's list is not there.
    """
    lists = re.findall(r"\(from versions: ([^()]*)\)", found.before.strip())
    offered = found.fields.get("versions") or (lists[-1] if lists else "")
    releases = re.findall(r"(?<![\w.])(\d+(?:\.\d+){1,2})(?:\+\w+)?(?=,|$)", offered)
    wanted = re.match(r"\s*==\s*(\d+(?:\.\d+){1,2})(?![\w.])", found["version"])
    releases = [release for release in releases if _numbers(release) >= [0, 2]]
    if wanted is None or not releases:
        raise KeyError("versions")
    releases.sort(key=_numbers)
    return wanted[1], releases[0], releases[-1]


def _pinned(found: Found) -> dict[str, str]:
    """The release of torch in a command for pip."""
    wanted = re.search(r"\btorch==(\d+(?:\.\d+)*)", found["rest"])
    return {"wanted": wanted[1]} if wanted else {}


def _too_old(found: Found) -> bool:
    """Whether all releases that pip found are newer than the one it was asked for."""
    wanted, oldest, _ = _offered(found)
    return _numbers(wanted) < _numbers(oldest)


def _too_new(found: Found) -> bool:
    """Whether all releases that pip found are older than the one it was asked for."""
    wanted, _, newest = _offered(found)
    return _numbers(wanted) > _numbers(newest)


# How a name that is not there is told of.
MISSING = (
    "module '{package:torch|torchvision|torchtext}.{part:name}' has no attribute '{name:name}'",
    "module '{package:torchvision|torchtext}' has no attribute '{name:name}'",
    "cannot import name '{name:name}' from '{package:torch|torchvision|torchtext}.{part:name}'",
    "cannot import name '{name:name}' from '{package:torch|torchvision|torchtext}'",
    "No module named '{package:torch|torchvision|torchtext}.{name:name}'",
)


INSTALL = (
    Entry(
        (
            "No module named '{:torch._six}{rest:text}",
            "cannot import name '{name:name}' from 'torch.{:_six}'",
            "module 'torch.{:_six}' has no attribute '{name:name}'",
            "cannot import name '{name:container_abcs|int_classes|string_classes}' from "
            "'torch.{:name}'",
            "cannot import name '{bare:container_abcs|int_classes|string_classes}'{rest:text}",
        ),
        "env",
        "torch._six was a help for Python 2. Its parts went one after another, and with PyTorch "
        "2.0 the whole of it, and a program or a library of that time asks for it.",
        "Renew the library whose file the traceback names. If it is torchvision: python -m pip "
        "install -U torch torchvision. In a file of your own write what stands in Python: import "
        "collections.abc as container_abcs, string_classes = (str, bytes), int_classes = int, from "
        "math import inf; PY3 is True. Where the program has to stay as it is take the PyTorch "
        "that it was written for.",
        None,
        recorded=(
            "ModuleNotFoundError: No module named 'torch._six'",
            "AttributeError: module 'torch._six' has no attribute 'PY3'",
            "ImportError: cannot import name 'container_abcs' from 'torch._six' "
            "(/site-packages/torch/_six.py)",
        ),
        when=lambda found: "bare" not in found.fields or not found["rest"].startswith("from "),
    ),
    Entry(
        (
            "No module named 'torchvision.transforms.{name:functional_tensor}'",
            "cannot import name '{member:name}' from 'torchvision.transforms.{name:functional_"
            "tensor}'",
        ),
        "env",
        "torchvision 0.17 removed transforms.{name}. As a rule basicsr asks for it, which "
        "Real-ESRGAN, GFPGAN and others use.",
        "In the file that the traceback names, basicsr/data/degradations.py as a rule, write from "
        "torchvision.transforms.functional import rgb_to_grayscale. Or take the older pair: "
        'python -m pip install "torch<2.2" "torchvision<0.17".',
        None,
        recorded=(
            "ModuleNotFoundError: No module named 'torchvision.transforms.functional_tensor'",
        ),
    ),
    Entry(
        "cannot import name '{name:model_urls}' from '{module:name}'",
        "env",
        "{module} had a table {name} with the addresses of the weights until torchvision 0.14. "
        "Newer releases have an object for them.",
        "Write resnet50(weights=ResNet50_Weights.DEFAULT), which loads them, or "
        "ResNet50_Weights.DEFAULT.url for the address. An old program runs with torchvision 0.13 "
        "and the PyTorch of its time, 1.12.",
        None,
        recorded=("ImportError: cannot import name 'model_urls' from 'torchvision.models.resnet'",),
        when=lambda found: found["module"].startswith("torchvision.models"),
    ),
    Entry(
        (
            "module '{module:torch|torchvision}.{part:nn|utils.data|optim.lr_scheduler|optim|"
            "transforms|datasets|models}' has no attribute '{name:name}'",
            "cannot import name '{name:name}' from '{module:torch|torchvision}.{part:nn|utils.data|"
            "optim.lr_scheduler|optim|transforms|datasets|models}'",
        ),
        "env",
        "Capital letters count: in {module}.{part} the name is {right}, and there is nothing "
        "called {name}.",
        "Write {right}.",
        "torch.utils.data.dataLoader",
        recorded=("AttributeError: module 'torch.utils.data' has no attribute 'dataLoader'",),
        when=lambda found: (
            CAPITALS.get(f"{found['part']}.{found['name'].lower()}", found["name"]) != found["name"]
            and (found["part"] != "nn" or found["name"] not in LAYERS_BY_FUNCTION)
        ),
        more=lambda found: {"right": CAPITALS[f"{found['part']}.{found['name'].lower()}"]},
    ),
    Entry(
        (*MISSING, "cannot import name '{bare:" + "|".join(BARE_GONE) + "}'{rest:text}"),
        "env",
        "Newer releases no longer have {whole}: the program, or the library that asks for it, was "
        "written for an older one.",
        "Write in its place: {instead}. Where a library asks for it renew that library, or take "
        "the older release of {package} that the library names.",
        None,
        recorded=(
            "AttributeError: module 'torchvision.transforms' has no attribute 'Scale'",
            "ImportError: cannot import name '_assert_no_grad' from 'torch.nn.modules.loss'",
            "ModuleNotFoundError: No module named 'torchvision.models.utils'",
        ),
        when=lambda found: (
            _key(found) in GONE
            or ("bare" in found.fields and not found["rest"].startswith("from "))
        ),
        more=_gone,
    ),
    Entry(
        (
            "cannot import name '{name:weak_script_method|weak_module|weak_script}'{rest:text}",
            "module 'torch.{:name}' has no attribute '{name:weak_script_method|weak_module|"
            "weak_script}'",
        ),
        "env",
        "PyTorch 1.2 removed the decorator {name}: the program, or the library that asks for it, "
        "was written for an older release.",
        "In a file of your own leave it out. Where a library asks for it renew that library, or "
        "take PyTorch 1.1, for which it was written.",
        None,
        recorded=("ImportError: cannot import name 'weak_script_method'",),
    ),
    Entry(
        (
            "module 'torchtext.datasets' has no attribute '{name:text_classification}'",
            "cannot import name '{name:text_classification}' from 'torchtext.datasets'",
            "No module named 'torchtext.datasets.{name:text_classification}'",
        ),
        "env",
        "torchtext had datasets.{name} from 0.4 to 0.8 only, and the installed one is of another "
        "time.",
        'Newer ones have each data set by its name: torchtext.datasets.AG_NEWS(split="train") in '
        "place of text_classification.DATASETS['AG_NEWS']. That gives pairs of label and text and "
        "no vocabulary, which torchtext.vocab.build_vocab_from_iterator makes: take the present "
        "form of the tutorial. For the old one take torchtext 0.8 with torch 1.7, in a Python of "
        "3.6 to 3.8.",
        None,
        recorded=(
            "AttributeError: module 'torchtext.datasets' has no attribute 'text_classification'",
        ),
    ),
    Entry(
        (MISSING[0], MISSING[2]),
        "env",
        "There is no {name} in {whole}, in any release.",
        "Write {instead}.",
        "from torch.utils import DataLoader",
        recorded=("AttributeError: module 'torch.nn.functional' has no attribute 'resize'",),
        when=lambda found: _key(found) in ELSEWHERE,
        more=lambda found: {
            "whole": f"{found['package']}.{found['part']}",
            "instead": ELSEWHERE[_key(found)],
        },
    ),
    Entry(
        MISSING[0],
        "env",
        "{whole} is a module of its own, which importing {package} alone does not load in every "
        "release.",
        "Write import {whole} as a line of its own. If that line fails, what it says is the error "
        "to mend. If it asks for {board}, write python -m pip install {board}, with the same "
        "python. If it says No module named '{whole}', this {package} is older than {since}: "
        "python -m pip install -U torch torchvision.",
        None,
        recorded=("AttributeError: module 'torch.utils' has no attribute 'tensorboard'",),
        when=lambda found: (
            found["name"] in SUBMODULES.get(f"{found['package']}.{found['part']}", "").split()
        ),
        more=lambda found: {
            "whole": _key(found),
            **({"board": "tensorboard"} if found["name"] == "tensorboard" else {}),
            **({"since": NEWER[_key(found)]} if _key(found) in NEWER else {}),
        },
    ),
    Entry(
        (
            "module 'torch.distributed' has no attribute '{name:" + WITHOUT_DISTRIBUTED + "}'",
            "cannot import name '{name:" + WITHOUT_DISTRIBUTED + "}' from 'torch.distributed'",
            "No module named 'torch._C._distributed_c10d'",
        ),
        "env",
        "This build of PyTorch cannot compute on several machines or GPUs: it has no {name} in "
        "torch.distributed. So it is with NVIDIA's builds for Jetson, and with old ones for "
        "Windows and the Mac.",
        "torch.distributed.is_available() says False there. Take another build, from pip or "
        "conda-forge. Where one GPU is enough switch it off in the library that asks, or take a "
        "release of it that looks at is_available() first.",
        None,
        recorded=(
            "AttributeError: module 'torch.distributed' has no attribute 'ReduceOp'",
            "ModuleNotFoundError: No module named 'torch._C._distributed_c10d'; 'torch._C' is not "
            "a package",
        ),
    ),
    Entry(
        MISSING,
        "env",
        "{whole} came with {package} {since}. The {package} that is installed is older, as a rule.",
        "python -m pip show {package} names the release. Below {since} write python -m pip "
        "install -U torch torchvision, and restart the kernel of a notebook. If pip finds none "
        "that is newer, this Python, or this system, is too old for it. If it is not older, "
        "{package}.__file__ shows which copy is imported: where conda and pip both installed it "
        "uninstall both, and install it once. Where the old release has to stay, take the program "
        "or library of its time.",
        None,
        recorded=(
            "AttributeError: module 'torch.nn' has no attribute 'RMSNorm'",
            "AttributeError: module 'torch.utils._pytree' has no attribute "
            "'register_pytree_node'. Did you mean: '_register_pytree_node'?",
            "ImportError: cannot import name 'mobilenet_v2' from 'torchvision.models'",
            "ModuleNotFoundError: No module named 'torch.utils.checkpoint'",
            "AttributeError: module 'torchvision' has no attribute "
            "'disable_beta_transforms_warning'",
        ),
        when=lambda found: _key(found) in NEWER and _asking(found) in ("", found["package"]),
        more=lambda found: {"whole": _key(found), "since": NEWER[_key(found)]},
    ),
    Entry(
        "No module named {last:name}",
        "env",
        "{whole} came with {package} {since}. The {package} that is installed is older, as a rule.",
        "Write python -m pip install -U torch torchvision, and restart the kernel of a notebook. "
        "Python 2 gets no {package} of today: if python --version says 2, take Python 3.",
        None,
        recorded=(
            "from torchvision.datasets.vision import VisionDataset ImportError: No module named "
            "vision",
        ),
        when=lambda found: _asked(found) != "",
        more=lambda found: {
            "whole": _asked(found),
            "package": _asked(found).partition(".")[0],
            "since": NEWER[_asked(found)],
        },
    ),
    Entry(
        (
            "cannot import name '{name:Optional|List|Tuple|Dict|BroadcastingList1|BroadcastingList2"
            "|BroadcastingList3}' from 'torch.jit.{:annotations|annotaions}'",
        ),
        "env",
        "As a rule torchvision asks torch.jit.annotations for {name}, and was made for another "
        "release of torch than the one that is installed.",
        "Install both in one go: python -m pip install --force-reinstall torch torchvision, or in "
        "a fresh environment the line that pytorch.org has. In a file of your own Optional, List, "
        "Tuple and Dict come from typing.",
        None,
        recorded=("ImportError: cannot import name 'Optional' from 'torch.jit.annotations'",),
    ),
    Entry(
        "cannot import name '{name:" + "|".join(BARE) + "}'{rest:text}",
        "env",
        "{name} belongs to {home}, and the installed release does not have it there: as a rule it "
        "is older than the program or library that asks for it.",
        "Print torch.__version__, and write python -m pip install -U torch torchvision; then "
        "restart the kernel of a notebook. Where the old release has to stay, take the library of "
        "its time.",
        None,
        recorded=("ImportError: cannot import name 'download_url_to_file'",),
        when=lambda found: not found["rest"].startswith("from "),
        more=lambda found: {"home": BARE[found["name"]]},
    ),
    Entry(
        "cannot import name '{name:_overload_method|_overload|boolean_dispatch}",
        "env",
        "A part of PyTorch itself, or of a library made for another release, asks for {name}, an "
        "inner part of torch that this one does not have: as a rule files of two releases are "
        "mixed.",
        "Write python -m pip uninstall torch torchvision, again and again until pip finds none. "
        "Then python -m pip install torch torchvision, and restart the kernel of a notebook.",
        None,
        recorded=("ImportError: cannot import name '_overload'",),
    ),
    Entry(
        "cannot import name '{name:NoReturn|Literal|Final|Protocol|TypedDict|ParamSpec|TypeGuard|"
        "Annotated|OrderedDict|ForwardRef|Deque}'{rest:text}",
        "env",
        "This Python is older than this PyTorch wants: the typing that comes with it has no "
        "{name}.",
        "Take a newer Python in an environment of its own: conda create -n torch python=3.12. "
        "Where Python has to stay take an older PyTorch: python -m pip install torch chooses one. "
        "NoReturn came with Python 3.6.2, Literal, Final and Protocol with 3.8.",
        None,
        recorded=(
            '  File "/lib/python3.6/site-packages/torch/hub.py", line 3, in <module>\n    from '
            "typing import NoReturn\nImportError: cannot import name 'NoReturn'",
        ),
        when=lambda found: (
            "typing_extensions" not in found["rest"]
            and (within_torch(found) or "torch" in _title(found))
        ),
    ),
    Entry(
        (
            "No module named '{name:pycocotools}'",
            "No module named '{name:pycocotools}.{:_mask|mask|coco}'",
            "'{name:pycocotools}._mask'",
        ),
        "env",
        "torchvision reads the COCO data by {name}, a package of its own with a part in C, which "
        "is not installed here, or not as a whole.",
        "Write python -m pip install --force-reinstall {name}, with the same python that runs your "
        "program. A folder {name} that was copied beside the program hides it: remove it.",
        None,
        recorded=(
            'File "/site-packages/torchvision/datasets/coco.py", line 9, in __init__\n    from '
            "pycocotools.coco import COCO\nModuleNotFoundError: No module named 'pycocotools'",
        ),
        when=lambda found: "torch" in found.before + found.code,
    ),
    Entry(
        "cannot import name '{name:load_mnist|plot_results|plot_convolution|display_dataset|"
        "train_long|load_cats_dogs_dataset}' from 'pytorchcv'",
        "env",
        "{name} is in a file pytorchcv.py that Microsoft's course on PyTorch brings. What pip "
        "installs as pytorchcv is another package, which was imported in its place.",
        "Put the course's pytorchcv.py beside the notebook, python -m pip uninstall pytorchcv, and "
        "restart the kernel.",
        None,
        recorded=("ImportError: cannot import name 'load_mnist' from 'pytorchcv'",),
    ),
    Entry(
        (
            "No module named 'torchdata.{name:datapipes|dataloader2}{:'|.}",
            "cannot import name '{name:datapipes|dataloader2|DataLoader2}' from 'torchdata"
            "{:name|}'",
        ),
        "env",
        "torchdata dropped {name} with release 0.10. As a rule dgl or torchtext asks for it.",
        'Write python -m pip install "torchdata<0.10". Where dgl or torchtext asks, the PyTorch '
        "has to be of its time too.",
        None,
        recorded=("ModuleNotFoundError: No module named 'torchdata.datapipes'",),
    ),
    Entry(
        (
            "cannot import name '{name:packaging}' from 'pkg_resources'",
            "No module named '{module:pkg_resources}'",
        ),
        "env",
        "A part of this PyTorch takes something from pkg_resources, which belongs to setuptools, "
        "and newer releases of setuptools do without it.",
        'Write python -m pip install "setuptools<70", or take a newer PyTorch.',
        None,
        recorded=(
            'File "/site-packages/torch/utils/cpp_extension.py", line 28, in <module>\n    from '
            "pkg_resources import packaging\nImportError: cannot import name 'packaging' from "
            "'pkg_resources' (/site-packages/pkg_resources/__init__.py)",
        ),
        when=within_torch,
    ),
    Entry(
        "No module named '{name:distutils}'",
        "env",
        "This PyTorch asks for {name}, which Python has no more since 3.12, and which older ones "
        "of Debian and Ubuntu have as a package of its own.",
        "Install a newer PyTorch: python -m pip install -U torch. python -m pip install "
        '"setuptools<70" brings {name} back, and below 3.12 sudo apt-get install python3-{name}.',
        None,
        recorded=(
            'File "/site-packages/torch/utils/tensorboard/__init__.py", line 2, in <module>\n    '
            "from distutils.version import LooseVersion\nModuleNotFoundError: No module named "
            "'distutils'",
        ),
        when=within_torch,
    ),
    Entry(
        "module 'numpy' has no attribute '{name:bool|object|float|int|bool8}'",
        "env",
        "This PyTorch uses np.{name}, which newer releases of NumPy no longer have.",
        'Install a newer PyTorch, python -m pip install -U torch, or an older NumPy: "numpy<1.24".',
        None,
        recorded=(
            'File "/site-packages/torch/utils/tensorboard/summary.py", line 385, in tensor_proto\n'
            "    np.bool: 1,\nAttributeError: module 'numpy' has no attribute 'bool'",
        ),
        when=within_torch,
    ),
    Entry(
        "Descriptors cannot{: not|} be created directly",
        "env",
        "TensorBoard, which torch.utils.tensorboard uses, was made for an older protobuf than the "
        "one that is installed.",
        'Write python -m pip install -U tensorboard, or python -m pip install "protobuf<=3.20.3".',
        None,
        recorded=(
            'File "/site-packages/torch/utils/tensorboard/__init__.py", line 12, in <module>\n    '
            'from .writer import FileWriter\n  File "/site-packages/tensorboard/compat/proto/'
            'tensor_shape_pb2.py", line 36, in <module>\n    _descriptor.FieldDescriptor(\n'
            "TypeError: Descriptors cannot not be created directly.\nIf this call came from a "
            "_pb2.py file, your generated code is out of date",
        ),
        when=lambda found: re.search(r"torch[/\\]utils[/\\]tensorboard", found.before) is not None,
    ),
    Entry(
        (
            "Only a single TORCH_LIBRARY can be used to register the namespace {name:path};",
            'generic_type: type "{kind:_CudaDeviceProperties|_XpuDeviceProperties}" is already '
            "registered",
        ),
        "env",
        "A part of PyTorch, or of an add-on, that is written in C++ was loaded a second time in "
        "one process: the first import had failed, something reloads modules, or two copies of it "
        "are there.",
        "Restart Python, or the notebook's kernel. If the error comes again, the first one above "
        "it is the one to mend. If there is none above it, install torch and the add-on anew, in a "
        "fresh environment.",
        None,
        recorded=(
            "RuntimeError: Only a single TORCH_LIBRARY can be used to register the namespace "
            "prims; please put all of your definitions in a single TORCH_LIBRARY block.",
        ),
    ),
    Entry(
        (
            "{path:path}torch{file:path}: cannot enable executable stack as shared object requires:"
            " {why:text}",
        ),
        "env",
        "The system's C library is newer than this PyTorch knows: glibc 2.41 and later refuse "
        "libraries that ask for a stack with programs in it, as older releases of PyTorch do.",
        "Install a newer PyTorch: python -m pip install -U torch. Where the old one has to stay "
        "write patchelf --clear-execstack, with the path that the message names.",
        None,
        recorded=(
            "ImportError: /site-packages/torch/lib/libtorch_cpu.so: cannot enable executable stack "
            "as shared object requires: Invalid argument",
        ),
    ),
    Entry(
        (
            "{path:path}torch{file:path}: {:" + DAMAGED + "}",
            "{path:path}libc10{file:path}: {:" + DAMAGED + "}",
            "{damaged:object file has no loadable segments|ELF load command past end of file}"
            "{rest:text}",
        ),
        "env",
        "A library of PyTorch is damaged, or was made for another system: as a rule its "
        "installation broke off, or the disk was full.",
        "Make sure of room on the disk, and install anew: python -m pip install --no-cache-dir "
        "--force-reinstall torch. Files of one system, Windows, Linux or the Mac, do not serve "
        "another.",
        None,
        recorded=(
            "ImportError: /site-packages/torch/lib/libtorch_cpu.so: file too short",
            "ImportError: libtorch_cuda.so: object file has no loadable segments",
        ),
        when=lambda found: (
            "damaged" not in found.fields or "torch" in found.before + found.code + _title(found)
        ),
    ),
    Entry(
        (
            "dlopen({path:text}torch{file:long}incompatible architecture (have {have:path}, need "
            "{need:path}",
            "dlopen({path:text}torch{file:long}mach-o, but wrong architecture",
        ),
        "env",
        "This package and the Python that runs it are for two kinds of processor: arm64 is "
        "Apple's own chip, and x86_64 Intel's.",
        'python -c "import platform; print(platform.machine())" has to say arm64 on a Mac with '
        "Apple's chip. If it says x86_64 install another Python or conda, for arm64, and PyTorch "
        "in a fresh environment. Else python -m pip install --no-cache-dir --force-reinstall "
        "torch.",
        None,
        recorded=(
            "ImportError: dlopen(/site-packages/torch/_C.cpython-39-darwin.so, 0x0002): tried: "
            "'/site-packages/torch/_C.cpython-39-darwin.so' (mach-o file, but is an incompatible "
            "architecture (have 'x86_64', need 'arm64e'))",
        ),
    ),
    Entry(
        (
            "Library not loaded: {path:text}{file:libomp|libiomp5}.dylib",
            "dlopen({above:text}torch{rest:text}): Library not loaded: {path:text}{file:libomp|"
            "libiomp5}.dylib",
        ),
        "env",
        "This PyTorch for the Mac uses the library for threads, {file}, which is not where it is "
        "looked for.",
        "Write brew install libomp. Or install a newer PyTorch, which brings its own: python -m "
        "pip install -U torch. In conda conda install llvm-openmp brings it.",
        None,
        recorded=(
            "ImportError: dlopen(/lib/python3.7/site-packages/torch/_C.cpython-37m-darwin.so, 9): "
            "Library not loaded: /usr/local/opt/libomp/lib/libomp.dylib\n  Referenced from: "
            "/lib/python3.7/site-packages/torch/lib/libshm.dylib\n  Reason: image not found",
        ),
        when=lambda found: "rest" in found.fields or "torch" in found.before + found["path"],
    ),
    Entry(
        ("dlopen({path:text}): image not found", "image not found"),
        "env",
        "On a Mac import torch did not find a library that it uses: as a rule libomp, the library "
        "for threads, or libc++, or the installation is damaged.",
        "A line Library not loaded, if there is one, names the library. For libomp write brew "
        "install libomp. Else install PyTorch anew in a fresh environment, in a newer release if "
        "this Mac and its Python have one: python -m pip install --no-cache-dir --force-reinstall "
        "torch.",
        None,
        recorded=(
            "ImportError: dlopen(/lib/python3.8/site-packages/torch/_C.cpython-38-darwin.so, 2): "
            "image not found",
        ),
        when=lambda found: (
            "torch" in found.fields.get("path", "")
            or (
                not found.type
                and "not loaded" not in found.before
                and re.search(r"\bimport(?:ing)? (?:py)?torch", found.before) is not None
            )
        ),
        command="env",
    ),
    Entry(
        (
            "Intel MKL FATAL ERROR: Cannot load {file:path}",
            "INTEL MKL ERROR: The specified module could not be found. {file:path}",
        ),
        "env",
        "NumPy or PyTorch computes by Intel's library, MKL, and a file of it is not found. It is "
        "{file}.",
        "In conda write conda install mkl intel-openmp, or take numpy and torch from pip in a "
        "fresh environment: python -m pip install numpy torch. All from one source is the rule.",
        None,
        recorded=("Intel MKL FATAL ERROR: Cannot load libmkl_avx2.so or libmkl_def.so.",),
        when=_nothing_else,
    ),
    Entry(
        (
            "[WinError {number:int}] {said:text}",
            "DLL load failed: {said:text}",
            "DLL load failed while importing {core:name}: {said:text}",
        ),
        "env",
        "Windows could not load the part of {package} that is written in C++. As a rule it was "
        "built for another release of PyTorch than the one that is installed, or for another CUDA.",
        "Install both in one go, in releases that fit: python -m pip install --force-reinstall "
        "torch {package}. {ended} ended with 0.18, which is for PyTorch 2.3. Restart the kernel of "
        "a notebook.",
        None,
        recorded=(
            'File "C:\\Lib\\site-packages\\torchtext\\_extension.py", line 64, in <module>\n    '
            '_init_extension()\n  File "C:\\Lib\\site-packages\\torch\\_ops.py", line 1295, in '
            'load_library\n    ctypes.CDLL(path)\n  File "C:\\Lib\\ctypes\\__init__.py", line 376, '
            "in __init__\n    self._handle = _dlopen(self._name, mode)\nOSError: [WinError 127] "
            "The specified procedure could not be found",
            "from torchvision import _C ImportError: DLL load failed: The specified module could "
            "not be found",
        ),
        when=lambda found: (
            found.fields.get("number", "127") in ("126", "127", "182", "1114")
            and _compiled(found) in ("torchvision", "torchaudio", "torchtext", "torchcodec")
        ),
        more=lambda found: {
            "package": _compiled(found),
            **({"ended": "torchtext"} if _compiled(found) == "torchtext" else {}),
        },
    ),
    Entry(
        (
            "[WinError {number:int}] {said:text}",
            "DLL load failed: {said:text}",
            "DLL load failed while importing {core:name}: {said:text}",
        ),
        "env",
        "Windows could not load an add-on for PyTorch that is written in C++, {package} or its "
        "like. As a rule it was built for another release of PyTorch than the one that is "
        "installed, or for another CUDA.",
        "Print torch.__version__ and torch.version.cuda, and install the package for these two: "
        "python -m pip install --force-reinstall {package} -f https://data.pyg.org/whl/"
        "torch-2.4.0+cpu.html for those of torch_geometric, with your release in the address. "
        "torch_geometric does most things without them.",
        None,
        recorded=(
            'File "C:\\Lib\\site-packages\\torch_scatter\\__init__.py", line 16, in <module>\n    '
            'torch.ops.load_library(spec.origin)\n  File "C:\\Lib\\site-packages\\torch\\_ops.py", '
            "line 1295, in load_library\n    ctypes.CDLL(path)\nOSError: [WinError 127] The "
            "specified procedure could not be found",
        ),
        when=lambda found: (
            found.fields.get("number", "127") in ("126", "127", "182", "1114")
            and _compiled(found) in IN_CPP.split("|")
        ),
        more=lambda found: {"package": _compiled(found)},
    ),
    Entry(
        (
            "{path:path}_XLAC{file:path}: undefined symbol: {symbol:name}",
            "{path:path}torch_xla{file:path}: undefined symbol: {symbol:name}",
        ),
        "env",
        "torch_xla was built for another release of PyTorch than the one that is installed: it "
        "asks for something that this one does not have.",
        "Both have to carry the same number: python -m pip install torch==2.7.0 torch_xla==2.7.0, "
        "for instance. Restart the kernel of a notebook after it.",
        None,
        recorded=(
            "ImportError: /lib/python3.10/site-packages/_XLAC.cpython-310-x86_64-linux-gnu.so: "
            "undefined symbol: _ZN5torch4lazy13MetricFnValueB5cxx11Ed",
        ),
    ),
    Entry(
        (
            "{path:path}: undefined symbol: {symbol:__cudaPopCallConfiguration|"
            "__cudaPushCallConfiguration|__cudaRegisterFatBinaryEnd}",
            "undefined symbol: {symbol:__cudaPopCallConfiguration|__cudaPushCallConfiguration|"
            "__cudaRegisterFatBinaryEnd}",
        ),
        "env",
        "An add-on for CUDA was compiled by the nvcc of one CUDA, {since} or later, and runs with "
        "the library of an older one, which has no {symbol}: that of PyTorch, as a rule.",
        "Compare torch.version.cuda with nvcc --version. Either install the PyTorch for nvcc's "
        "CUDA, or the add-on for PyTorch's: a ready-made package, or built anew where both name "
        "the same CUDA, after its folder build and its .so files were removed.",
        None,
        recorded=(
            "ImportError: /a/gpu_nms.so: undefined symbol: __cudaPopCallConfiguration",
            "ImportError: /a/_ext.so: undefined symbol: __cudaRegisterFatBinaryEnd",
        ),
        more=lambda found: {"since": "10.1" if found["symbol"].endswith("FatBinaryEnd") else "9.2"},
    ),
    Entry(
        (
            "lib{library:" + "|".join(DOWNLOADS) + "}{version:path}: cannot open shared object "
            "file: No such file or directory"
        ),
        "env",
        "A package, such as PyTorch, asks for lib{library}{version}, and it is not found. It is a "
        "library of NVIDIA's that the CUDA toolkit does not hold, a download of its own.",
        "On a Jetson, or with a torch that uses the machine's libraries, install it from NVIDIA's "
        "repository, in the release that the number behind .so names, or take an earlier torch, "
        "which may do without. On Ubuntu that is sudo apt-get install {apt}. Elsewhere python -m "
        "pip install --force-reinstall torch torchvision brings what it needs. If it is installed "
        "put its folder into LD_LIBRARY_PATH: find / -name 'lib{library}*' shows it. If only "
        "another package fails write import torch before it, or take its build for your torch.",
        None,
        recorded=(
            "ImportError: libcudss.so.0: cannot open shared object file: No such file or directory",
            'File "/lib/python3.10/site-packages/torch/__init__.py", line 416, in <module>\n    '
            "from torch._C import *\nImportError: libcusparseLt.so.0: cannot open shared object "
            "file: No such file or directory",
        ),
        when=lambda found: OTHER_CUDA.search(last_traceback(found).lower()) is None,
        more=lambda found: (
            {"apt": DOWNLOADS[found["library"]]} if DOWNLOADS[found["library"]] else {}
        ),
    ),
    Entry(
        (
            "lib{library:" + CUDA_LIBRARIES + "}{version:path}: cannot open shared object file: No "
            "such file or directory"
        ),
        "env",
        "PyTorch asks for lib{library}{version}, a library of CUDA, and it is not found: either "
        "this build wants that CUDA on the machine itself, as those for Jetson do, or what pip "
        "brings beside torch is missing. It belongs to CUDA {cuda}.",
        "On a Jetson take NVIDIA's torch for your JetPack, each of which has one CUDA, install "
        "the CUDA of that JetPack, and put its folder into LD_LIBRARY_PATH: /usr/local/cuda/lib64. "
        "A container wants --runtime nvidia there. Elsewhere python -m pip install "
        "--force-reinstall torch torchvision brings a CUDA of its own.",
        None,
        recorded=(
            'File "/lib/python3.6/site-packages/torch/__init__.py", line 81, in <module>\n    from '
            "torch._C import *\nImportError: libcudart.so.10.0: cannot open shared object file: No "
            "such file or directory",
        ),
        when=_torch_itself,
        more=_cuda_of,
    ),
    Entry(
        (
            "lib{library:" + CUDA_LIBRARIES + "}{version:path}: cannot open shared object file: No "
            "such file or directory"
        ),
        "env",
        "{package} was built for the CUDA that has lib{library}{version}, and the torch that is "
        "installed brings another, or none: the two are of different builds. It belongs to CUDA "
        "{cuda}.",
        "Install both in one go: python -m pip install --force-reinstall torch {package} takes "
        "builds that fit together, and pytorch.org has the line for a CUDA. In conda take both "
        "from one channel. Where torch has to stay take the {package} of its time, for the CUDA "
        "that torch.version.cuda names. On a Jetson build {package} there, with NVIDIA's torch.",
        None,
        recorded=(
            'File "/home/x/lib/python3.6/site-packages/torchvision/ops/boxes.py", line 2, in '
            "<module>\n    from torchvision import _C\nImportError: libcudart.so.9.0: cannot open "
            "shared object file: No such file or directory",
        ),
        when=lambda found: (
            _compiled(found) in ("torchvision", "torchaudio", "torchtext", "torchcodec")
        ),
        more=lambda found: {"package": _compiled(found), **_cuda_of(found)},
    ),
    Entry(
        (
            "lib{library:" + CUDA_LIBRARIES + "}{version:path}: cannot open shared object file: No "
            "such file or directory"
        ),
        "env",
        "A package was built for the CUDA that has lib{library}{version}, and that library is not "
        "found: another CUDA is installed, or none, or its folder is not looked in. It belongs to "
        "CUDA {cuda}.",
        "If import torch alone fails: on a Jetson take NVIDIA's torch for your JetPack, with its "
        "CUDA, /usr/local/cuda/lib64, in LD_LIBRARY_PATH, and --runtime nvidia for a container; "
        "elsewhere python -m pip install --force-reinstall torch torchvision brings a CUDA of its "
        "own. If torchvision or torchaudio fails install it in one go with torch. If another "
        "add-on for PyTorch fails: write import torch before it, and install or build it for the "
        "CUDA that torch.version.cuda names.",
        None,
        recorded=(
            "OSError: libcudart.so.10.2: cannot open shared object file: No such file or directory",
            "ImportError: libcurand.so.9.1: cannot open shared object file: No such file or "
            "directory",
        ),
        when=lambda found: OTHER_CUDA.search(last_traceback(found).lower()) is None,
        more=_cuda_of,
    ),
    Entry(
        "HTTP {code:path} {what:text} for url <{url:text}>",
        "env",
        "conda could not load from an address of its channels: {code} {what}. 000 is no "
        "connection. 403 and 404 mean that the server, as a rule a mirror or a channel that ended, "
        "does not offer this.",
        "conda config --show channels shows where it looks. Take mirrors and old channels out of "
        "~/.condarc, and write conda clean -i; behind a proxy set HTTPS_PROXY. Or install by pip "
        "in the same environment: python -m pip install torch torchvision.",
        None,
        recorded=(
            "CondaHTTPError: HTTP 000 CONNECTION FAILED for url "
            "<https://conda.anaconda.org/pytorch/linux-64/repodata.json>\nElapsed: -",
        ),
        when=lambda found: "torch" in found["url"] + found.before[-2000:],
    ),
    Entry(
        (
            "The package for {name:pytorch|torchvision|torchaudio|cudatoolkit|pytorch-cuda} "
            "located at {path:path} appears to be corrupted",
            "Error with archive {path:path}{name:pytorch|torchvision|torchaudio|cudatoolkit}"
            "{file:path}",
        ),
        "env",
        "The file of {name} that conda loaded is not whole, or was unpacked only in part: the "
        "connection broke, or the disk is full.",
        "Write conda clean --packages --tarballs, and install again, with some gigabytes of room.",
        None,
        recorded=(
            "CondaVerificationError: The package for pytorch located at /a/pkgs/pytorch-1.4.0 "
            "appears to be corrupted. The path 'bin/a' specified in the package manifest cannot be "
            "found.",
        ),
    ),
    Entry(
        "HTTP error {code:int} {what:text}{host:download.pytorch.org}{url:path}",
        "env",
        "{host} has no file of that name: the number {code} is its answer. The release, the "
        "Python, the system or the CUDA in the address is one that was never built.",
        "Open https://{host}/whl/torch and look which files there are: cp311 is Python 3.11, cu121 "
        "CUDA 12.1. Or write python -m pip install torch --index-url https://{host}/whl/cu126, "
        "which lets pip choose.",
        None,
        recorded=(
            "ERROR: HTTP error 403 while getting https://download.pytorch.org/whl/cu111/"
            "torch-1.8.0%2Bcu111-cp38-cp38-linux_x86_64.whl",
        ),
        when=lambda found: found["code"] in ("403", "404"),
    ),
    Entry(
        (
            "Because {:text}{name:torch|torchvision|torchaudio}{version:text} {:has|have} no "
            "wheels with a matching {tag:Python ABI tag|Python implementation tag|platform tag|"
            "Python version tag}",
            "Distribution '{name:torch|torchvision|torchaudio}=={version:path} @ {source:text}' "
            "can't be installed because it doesn't have a source distribution or wheel for the "
            "current platform",
            "we only found wheels for '{name:torch|torchvision|torchaudio}' (v{version:path})",
            "Unable to find installation candidates for {name:torch|torchvision|torchaudio} "
            "({version:path})",
        ),
        "env",
        "There is no ready-made {name} of that release for this Python and this system: Python is "
        "too new or too old for it, or the system has other releases.",
        "Take a Python that this release was built for, uv venv --python 3.12 for instance, or "
        "another release of {name}. A release with +cu… or +cpu stands at "
        "https://download.pytorch.org/whl and not on PyPI. On a Mac with Intel's processor 2.2.2 "
        "is the last.",
        None,
        recorded=(
            "  × No solution found when resolving dependencies:\n  ╰─▶ Because torch==1.8.1 has no "
            "wheels with a matching Python ABI tag (e.g., `cp313`) and you require torch==1.8.1, "
            "we can conclude that your requirements are unsatisfiable.",
            "error: Distribution `torch==2.2.2 @ registry+https://pypi.org/simple` can't be "
            "installed because it doesn't have a source distribution or wheel for the current "
            "platform",
        ),
    ),
    Entry(
        (
            "Could not find a version that satisfies the requirement {needed:path} (from {name:"
            "torch|torchvision|torchaudio}",
            "No matching distribution found for {needed:path}",
        ),
        "env",
        "pip found PyTorch, and not {needed}, which it needs. An --index-url makes pip look at "
        "that one address only, a mirror may lack it, and an old pip, or this Python, may have no "
        "file that fits.",
        "Write python -m pip install -U pip, and try again. With an address of your own write "
        "--extra-index-url in place of --index-url, or install {needed} alone first, without it. "
        "Else take a Python that pytorch.org names.",
        None,
        recorded=(
            "ERROR: Could not find a version that satisfies the requirement triton==2.0.0 (from "
            "torch) (from versions: none)",
            "ERROR: Could not find a version that satisfies the requirement triton==2.0.0 (from "
            "torch) (from versions: none)\nERROR: No matching distribution found for triton==2.0.0",
        ),
        when=lambda found: (
            "name" in found.fields
            or re.search(
                rf"{re.escape(found['needed'])} \(from torch\w*[^()]*\) \(from versions: [^()]*\)$",
                found.before.strip(),
            )
            is not None
        ),
    ),
    Entry(
        "Invalid requirement: '{name:torch|torchvision|torchaudio}{sign:= |=}{version:few}'",
        "env",
        "pip wants two equal signs before a version. conda takes one.",
        "Write python -m pip install {name}=={version}.",
        None,
        recorded=(
            "ERROR: Invalid requirement: 'torch=1.8': Expected end or semicolon (after name and no "
            "version specifier)",
        ),
        when=lambda found: found["version"][:1].isdigit(),
    ),
    Entry(
        "Ignoring invalid distribution {name:-orchvision|~orchvision|-orchaudio|~orchaudio|-orch|"
        "~orch}",
        "env",
        "pip left a folder of an installation of PyTorch that broke off, {name}. It is a notice, "
        "and harms nothing.",
        "Remove the folders whose names begin with ~orch in the site-packages that the message "
        "names.",
        None,
        recorded=(
            "WARNING: Ignoring invalid distribution -orch (c:\\python39\\lib\\site-packages)",
        ),
        when=_nothing_else,
    ),
    Entry(
        (
            "cannot import name '{name:name}' from 'torch' (unknown location)",
            "cannot import name '{name:name}' from 'torch.{part:name}' (unknown location)",
            "cannot import name '{name:name}' from '{:torchvision|torchaudio}' (unknown location)",
        ),
        "env",
        "Python found a folder of that name in place of the package: one of your own, or what an "
        "installation that broke off left behind. There is no {name} in it.",
        "Rename a folder called torch where the program starts. Else remove what is left in "
        "site-packages, and install anew: python -m pip install --force-reinstall torch.",
        None,
        recorded=("ImportError: cannot import name 'nn' from 'torch' (unknown location)",),
    ),
    Entry(
        "Could not import module '{name:name}'. Are this object's requirements defined correctly?",
        "env",
        "transformers could not load a part of itself, since torchvision and torch do not fit "
        "together, as the error above this one says.",
        "Install both of one release in one go: python -m pip install -U torch torchvision. Where "
        "no pictures are worked on, python -m pip uninstall torchvision helps too.",
        None,
        recorded=(
            "RuntimeError: operator torchvision::nms does not exist\n\nThe above exception was the "
            "direct cause of the following exception:\n\nModuleNotFoundError: Could not import "
            "module 'PreTrainedModel'. Are this object's requirements defined correctly?",
        ),
        when=lambda found: "torchvision" in found.before,
    ),
    Entry(
        "Failed building wheel for {name:" + ADD_ONS + "}",
        "env",
        "{name} is an add-on for PyTorch that has to be compiled, and the compiler did not come to "
        "its end.",
        "Take a ready-made package for your torch, Python and CUDA, where its project has one. "
        "Else install a compiler, ninja and the CUDA toolkit that torch.version.cuda names, and "
        "write python -m pip install --no-build-isolation {name}.",
        None,
        recorded=("ERROR: Failed building wheel for flash-attn",),
        when=lambda found: found["name"] != "",
    ),
    Entry(
        (
            "No module named '{name:MultiScaleDeformableAttention|amp_C|fused_layer_norm_cuda|"
            "spconv|flash_attn|flash_attn_2_cuda|xformers|apex|detectron2|pytorch3d|mmcv._ext|"
            "mmcv|_ext|selective_scan_cuda|causal_conv1d_cuda}'",
            "cannot import name '_C' from '{name:detectron2|groundingdino|pytorch3d|torchvision}'",
            "packages that were not found in your environment: {name:flash_attn}",
            "FlashAttention2 has been toggled on, but it cannot be used due to the following error",
        ),
        "env",
        "An add-on in C++ or CUDA for PyTorch is missing, or was installed without its compiled "
        "part. It is {name}.",
        "Take a ready-made package for your torch and CUDA, or build it where nvcc is found. Most "
        'programs run without: attn_implementation="sdpa" in transformers for flash_attn.',
        None,
        recorded=("ModuleNotFoundError: No module named 'MultiScaleDeformableAttention'",),
    ),
    Entry(
        "name '_C' is not defined",
        "env",
        "A part in C++ was not loaded. If the traceback ends in torch/__init__.py it is PyTorch's "
        "own: an import of torch had failed before in this process, or the installation is not "
        "whole. Else it is that of an add-on such as GroundingDINO, which was installed without "
        "being compiled.",
        "For PyTorch restart Python, or the notebook's kernel, and write import torch alone: the "
        "first error is the one to mend. Else install anew: python -m pip install "
        "--force-reinstall torch. For an add-on install it again where nvcc is found, and read "
        "what the installation prints.",
        None,
        recorded=(
            "NameError: name '_C' is not defined",
            'File "/lib/site-packages/torch/__init__.py", line 197, in <module>\n    for name in '
            "dir(_C):\nNameError: name '_C' is not defined",
        ),
    ),
    Entry(
        (
            "'{kind:Accuracy|Precision|Recall|F1Score|AUROC|ConfusionMatrix}.__new__() missing 1 "
            "required positional argument: 'task'",
            "__new__() missing 1 required positional argument: 'task'",
        ),
        "env",
        "torchmetrics wants to be told since 0.11 which kind of classification it is to judge.",
        'Write torchmetrics.Accuracy(task="multiclass", num_classes=10), or task="binary". An old '
        "program runs with torchmetrics below 0.11.",
        None,
        recorded=("TypeError: __new__() missing 1 required positional argument: 'task'",),
        when=lambda found: found.type == "TypeError",
    ),
    Entry(
        "'torch.dtype' object has no attribute '{name:itemsize|to_complex|to_real}'",
        "env",
        "A library asks a type for {name}, which came with PyTorch 2.1.",
        "Write python -m pip install -U torch, or take an older release of the library.",
        None,
        recorded=("AttributeError: 'torch.dtype' object has no attribute 'itemsize'",),
    ),
    Entry(
        (
            "No module named '{name:torch_scatter|torch_sparse|torch_cluster|torch_spline_conv|"
            "pyg_lib}'",
        ),
        "env",
        "{name} is an add-on in C++, built for one release of PyTorch and one CUDA, and it is not "
        "installed here.",
        "Print torch.__version__, and write python -m pip install {name} -f "
        "https://data.pyg.org/whl/torch-2.4.0+cpu.html, with your release and CUDA in the address. "
        "A newer torch_geometric does most things without it.",
        None,
        recorded=("ModuleNotFoundError: No module named 'torch_scatter'",),
    ),
    Entry(
        (
            "No module named '{name:typing_extensions|sympy|networkx|jinja2|fsspec|filelock|mpmath|"
            "requests}'",
            "cannot import name '{part:name}' from '{name:typing_extensions|sympy|networkx|jinja2|"
            "fsspec|filelock|mpmath}'",
        ),
        "env",
        "PyTorch needs {name} beside it, and it is missing or too old.",
        "Write python -m pip install -U {name}, with the same python that runs your program.",
        None,
        recorded=(
            'File "/lib/python3.9/site-packages/torch/__init__.py", line 9, in <module>\n    from '
            "typing_extensions import ParamSpec\nImportError: cannot import name 'ParamSpec' from "
            "'typing_extensions' (/usr/lib/python3/dist-packages/typing_extensions.py)",
        ),
        when=within_torch,
    ),
    Entry(
        (
            "No audio I/O backend is available",
            "No audio backend is available",
            "Couldn't find appropriate backend to handle uri {path:text} and format {kind:text}",
            "TorchCodec is required for {name:name}",
            'Failed to open the input "{path:quoted}" (Formatting error or unsupported',
        ),
        "env",
        "torchaudio reads sound through another package, and none is installed that can read this "
        "file.",
        "Install one: python -m pip install soundfile reads wav, flac and mp3, FFmpeg the rest; "
        "torchaudio since 2.9 wants torchcodec and FFmpeg. Start Python anew after that, and see "
        "that the path is right.",
        None,
        recorded=(
            "RuntimeError: Couldn't find appropriate backend to handle uri a.wav and format None.",
            "ImportError: TorchCodec is required for load_with_torchcodec. Please install "
            "torchcodec to use this function.",
        ),
    ),
    Entry(
        (
            "Error {:loading|opening|reading} audio file: {why:text}",
            "Error opening audio file",
            "{ahead:text}formats: can't open input file '{path:quoted}'",
            "Error opening '{path:quoted}': {why:text}",
        ),
        "",
        "The library with which torchaudio reads sound cannot read this file: the path is wrong, "
        "the file is empty or damaged, or its kind is unknown to the library.",
        "Look whether the file is there, and how large it is. Make it a wav file, ffmpeg -i a.mp3 "
        'a.wav, or try torchaudio.load(path, backend="ffmpeg") and a newer torchaudio.',
        None,
        recorded=(
            "RuntimeError: Error loading audio file: failed to open file test.opus",
            "RuntimeError: Error reading audio file: unknown length",
            "formats: can't open input file `test.mp3': Invalid argument",
            'File "/lib/torchaudio/load.py", line 3, in load\n    f()\nRuntimeError: Error '
            "opening 'a.wav': File contains data in an unknown format.",
        ),
        when=lambda found: (
            # sox and ffmpeg set their names before it.
            (
                re.search(r"(?:FAIL|:) ?$", found.fields.get("ahead", "")) is None
                and not {"path", "why"} <= found.fields.keys()
            )
            or "torch" in found.before + found.fields.get("ahead", "")
        ),
    ),
    Entry(
        "Input type not supported",
        "",
        'torchaudio\'s Spectrogram got something else for normalized than True, False, "window" or '
        '"frame_length", such as None or a number.',
        "Write normalized=True or normalized=False. Where another library makes the Spectrogram, "
        "take a release of torchaudio that fits it: older ones do not check this.",
        None,
        recorded=(
            '  File "torchaudio/functional/functional.py", line 239, in _get_spec_norms\n    raise '
            'TypeError("Input type not supported")\nTypeError: Input type not supported',
        ),
        when=lambda found: "_get_spec_norms" in found.before + found.code,
    ),
    Entry(
        (
            "module 'torchaudio' has no attribute '{name:" + AUDIO + "}'",
            "cannot import name '{name:" + AUDIO + "}' from 'torchaudio'",
            "cannot import name '{name:AudioMetaData}' from 'torchaudio.backend.common'",
            "No module named 'torchaudio.{name:backend|_backend|sox_effects|io}{:'|.}",
        ),
        "env",
        "torchaudio had {name} in older releases, and dropped it: since 2.9 torchcodec reads and "
        "writes sound.",
        "Leave the choice of a backend out: torchaudio.load(path) finds one. Where the program "
        "needs the rest, take a newer release of it, or torch and torchaudio 2.8.",
        None,
        recorded=("AttributeError: module 'torchaudio' has no attribute 'set_audio_backend'",),
    ),
    Entry(
        (
            "module 'torchtext.data' has no attribute '{name:" + FIELDS + "}'",
            "cannot import name '{name:" + FIELDS + "}' from 'torchtext.data'",
            "cannot import name '{name:" + FIELDS + "}' from 'torchtext'",
            "module 'torchtext' has no attribute '{name:" + FIELDS + "}'",
            "cannot import name '{name:LabelField|TabularDataset|BPTTIterator|ReversibleField}'",
        ),
        "env",
        "torchtext moved {name} and its like to torchtext.legacy in 0.9, and dropped them in 0.12. "
        "It is no longer developed.",
        "python -m pip show torchtext names the release. From 0.9 to 0.11 write from "
        "torchtext.legacy.data import {name}, or from torchtext.legacy import data for all of "
        "them. From 0.12 on they are nowhere: for an old program take torchtext 0.8 with PyTorch "
        "1.7, in an environment with Python 3.8; or write the program anew, with the datasets "
        "package and a DataLoader.",
        None,
        recorded=("AttributeError: module 'torchtext.data' has no attribute 'Field'",),
    ),
    Entry(
        "'{kind:Field|LabelField|TextMultiField|ReversibleField}' object has no attribute 'vocab'",
        "",
        "A {kind} of torchtext has no vocabulary yet: build_vocab makes it, and was not called for "
        "this one. Often it is the field of the labels, for which it was forgotten, or a program "
        "that only loads a model, and makes its fields anew.",
        "Before the iterators are used call it for every field that turns words into numbers: "
        "TEXT.build_vocab(train_data), and LABEL.build_vocab(train_data). Labels that are numbers "
        "in the file take Field(sequential=False, use_vocab=False) in place of it. To use a "
        "trained model, store TEXT.vocab with it, and set it again.",
        None,
        recorded=("AttributeError: 'Field' object has no attribute 'vocab'",),
    ),
    Entry(
        (
            "module 'torchtext' has no attribute '{name:legacy}'",
            "No module named 'torchtext.{name:legacy}'",
            "No module named 'torchtext.{name:legacy}.",
            "cannot import name '{name:legacy}' from 'torchtext'",
        ),
        "env",
        "torchtext had {name}, with Field and BucketIterator, from 0.9 to 0.11 only, and is no "
        "longer developed.",
        "For an old program take torchtext 0.9 to 0.11 with the PyTorch of its time, 1.8 to 1.10, "
        "and for a new one the datasets package and a DataLoader.",
        None,
        recorded=(
            "AttributeError: module 'torchtext' has no attribute 'legacy'",
            "ModuleNotFoundError: No module named 'torchtext.legacy'",
        ),
    ),
    Entry(
        (
            "No module named 'torchtext.{name:name}'",
            "cannot import name '{name:name}' from 'torchtext.{module:name}'",
            "cannot import name '{name:name}' from 'torchtext'",
        ),
        "env",
        "The installed torchtext does not have this part: it came later, was removed, or half of "
        "an older release is still loaded. It is {name}.",
        "Each torchtext is for one PyTorch: 0.18 for 2.3, 0.15 for 2.0, 0.12 for 1.11, 0.9 for "
        "1.8. Install both in one go, as the program names them, and start Python anew.",
        None,
        recorded=("ImportError: cannot import name 'get_asset_local_path' from 'torchtext.utils'",),
    ),
    Entry(
        "module '{module:torchvision|torchaudio|torchtext}' has no attribute '{name:__version__|"
        "transforms|models|datasets|functional|load|save}'",
        "env",
        "An installed {module} has {name}, so Python imported something else of that name: as a "
        "rule a folder {module} where the program runs, such as a copy of its source text, or a "
        "file {module}.py of your own; or what is left of an installation that broke off.",
        "python -c \"from importlib.util import find_spec; print(find_spec('{module}'))\", in the "
        "program's folder, shows what is taken. If it does not lie in site-packages or "
        "dist-packages start the program elsewhere, or rename that folder or file. Else write "
        "python -m pip install "
        "--force-reinstall torch {module}, and restart the kernel of a notebook.",
        None,
        recorded=(
            "AttributeError: module 'torchvision' has no attribute '__version__'",
            "AttributeError: module 'torchvision' has no attribute 'transforms'",
        ),
        when=lambda found: (
            found["name"]
            in {
                "torchvision": "__version__ transforms models datasets",
                "torchaudio": "__version__ transforms functional load save",
                "torchtext": "__version__ datasets",
            }[found["module"]].split()
        ),
    ),
    Entry(
        "module '{module:torchvision|torchaudio|torchtext}' has no attribute '{name:name}'",
        "env",
        "The {module} that is imported has no {name}: it is older or newer than the one that the "
        "program was written for, the name is misspelt, or it is a part that has to be imported by "
        "a line of its own. Or Python found a file or folder of your own called {module}.",
        "python -m pip show {module} names the release. Look {name} up in its documentation: if it "
        "came later write python -m pip install -U torch {module}, if it was removed take what "
        "stands in its place, or the older release. If {module}.__file__ does not lie in "
        "site-packages rename what is your own.",
        None,
        recorded=("AttributeError: module 'torchvision' has no attribute 'prototype'",),
    ),
    Entry(
        (
            "undefined symbol: {name:name}, version lib{library:cublas|cublasLt|cudnn|cusparse|"
            "cusolver|nvJitLink|nccl|cufft}.so",
            "lib{library:cublasLt|cublas|cusparse|cusolver|nvJitLink|nvrtc|cudnn}.so.{a:text} "
            "symbol {name:name}",
            "{path:path}libtorch_cuda{file:path}: undefined symbol: {library:nccl|cudnn|cublasLt|"
            "cublas|cusparse|cusolver|cufft}{:few}",
        ),
        "env",
        "Two releases of CUDA's libraries met: one that PyTorch brings, and one that was found "
        "elsewhere first. It is lib{library}.",
        "Unset LD_LIBRARY_PATH, or take the folders of another CUDA out of it. If that does not "
        "help, install PyTorch anew in a fresh environment, and with it the nvidia- packages. "
        "With torch 1.13 and a CUDA 11 on the machine python -m pip uninstall nvidia-cublas-cu11 "
        "helps too.",
        None,
        recorded=(
            "OSError: /usr/lib/libcublas.so.11: undefined symbol: cublasLtGetStatusString, version "
            "libcublasLt.so.11",
            "ImportError: libcublas.so.11: symbol cublasLtHSHMatmulAlgoInit version "
            "libcublasLt.so.11 not defined in file libcublasLt.so.11 with link time reference",
            "ImportError: libnvJitLink.so.12: symbol __nvJitLinkAddData_12_1 version "
            "libnvJitLink.so.12 not defined in file libnvJitLink.so.12 with link time reference",
        ),
    ),
    Entry(
        "{file:path} not found in the system path [{where:values}",
        "env",
        "PyTorch looked for a library of CUDA that pip installs beside it, and did not find it. It "
        "is {file}.",
        "Install PyTorch anew with what belongs to it: python -m pip install --force-reinstall "
        "torch.",
        None,
        recorded=(
            "ValueError: libcublas.so.*[0-9] not found in the system path ['/usr/lib/python3.10']",
        ),
        when=lambda found: found["file"].startswith(("libcu", "libnv", "libnccl")),
    ),
    Entry(
        "Microsoft Visual C++ Redistributable is not installed",
        "env",
        "PyTorch on Windows needs Microsoft's Visual C++ libraries, and they are missing.",
        "Install vc_redist.x64.exe from https://aka.ms/vs/17/release/vc_redist.x64.exe, and start "
        "the machine anew.",
        None,
        recorded=(
            "Microsoft Visual C++ Redistributable is not installed, this may lead to the DLL load "
            "failure.\nIt can be downloaded at https://aka.ms/vs/16/release/vc_redist.x64.exe",
        ),
    ),
    Entry(
        (
            "{path:path}: cannot allocate memory in static TLS block",
            "{path:path}: cannot load any more object with static TLS",
            "dlopen: cannot load any more object with static TLS",
        ),
        "env",
        "The linker has little room for libraries that want a place of their own in each thread, "
        "and it was used up before this one came.",
        "Import torch before other packages, such as cv2 or sklearn. On ARM set LD_PRELOAD to the "
        "library that the message names.",
        None,
        recorded=(
            'File "/lib/python3.8/site-packages/torch/__init__.py", line 9, in <module>\n    from '
            "torch._C import *\nImportError: /usr/lib/aarch64-linux-gnu/libgomp.so.1: cannot "
            "allocate memory in static TLS block",
        ),
        when=lambda found: "torch" in found.before + found.fields.get("path", "torch"),
    ),
    Entry(
        (
            "{name:name} requires the PyTorch library but it was not found in your environment",
            "None of PyTorch, TensorFlow >= 2.0, or Flax have been found",
            "Disabling PyTorch because PyTorch >= {wanted:path} is required but found {got:path}",
            "None of PyTorch, TensorFlow",
            "PyTorch was not found. Models won't be available",
        ),
        "env",
        "transformers found no PyTorch in the Python that runs it, or one that is too old for it.",
        'python -c "import torch; print(torch.__version__)" shows whether it is there. Write '
        "python -m pip install -U torch with the same python, and in a notebook restart the "
        "kernel. On a Mac with Intel's processor 2.2 is the last PyTorch: take an older "
        "transformers there.",
        None,
        recorded=(
            "ImportError: \nAutoModelForCausalLM requires the PyTorch library but it was not found "
            "in your environment. Checkout the instructions on the installation page",
            "Disabling PyTorch because PyTorch >= 2.1 is required but found 2.0.1",
        ),
    ),
    Entry(
        (
            "Using 'low_cpu_mem_usage=True' or a 'device_map' requires Accelerate",
            "Using a 'device_map', 'tp_plan', {:text} requires 'accelerate'",
            "Using the 'Trainer' with 'PyTorch' requires 'accelerate{version:path}'",
        ),
        "env",
        "transformers hands this over to the package accelerate, which is missing or too old.",
        "Write python -m pip install -U accelerate, and restart the kernel of a notebook.",
        None,
        recorded=(
            "ImportError: Using `low_cpu_mem_usage=True` or a `device_map` requires Accelerate: "
            "`pip install accelerate`",
            "ImportError: Using the `Trainer` with `PyTorch` requires `accelerate>=0.20.1`: Please "
            "run `pip install transformers[torch]` or `pip install accelerate -U`",
        ),
    ),
    Entry(
        "Due to a serious vulnerability issue in 'torch.load'",
        "env",
        "transformers no longer reads files of torch.save with a PyTorch older than 2.6.",
        "Write python -m pip install -U torch. Or load a model that is stored as .safetensors: "
        "use_safetensors=True.",
        None,
        recorded=(
            "ValueError: Due to a serious vulnerability issue in `torch.load`, even with "
            "`weights_only=True`, we now require users to upgrade torch to at least v2.6",
        ),
    ),
    Entry(
        "[WinError 5] {why:text}torch\\{file:text}",
        "env",
        "Windows does not let pip replace PyTorch's files: as a rule a program that runs uses "
        "them, or this Python is installed for all users, and you may not write there.",
        "Close every Python, notebooks and editors too, and install again. If it stays install "
        "into an environment of your own, python -m venv. Folders such as ~orch in site-packages "
        "are left over and can be removed.",
        None,
        recorded=(
            "ERROR: Could not install packages due to an OSError: [WinError 5] Access is denied: "
            "'C:\\Python39\\Lib\\site-packages\\torch\\lib\\asmjit.dll'",
        ),
        when=lambda found: found["file"] != "",
    ),
    Entry(
        (
            "THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE{:long}{name:torch}",
            "{name:torch} has an invalid wheel",
        ),
        "env",
        "The file that pip loaded is not the one that was meant: as a rule it is not whole, since "
        "PyTorch is large, and the connection broke.",
        "Write python -m pip install --no-cache-dir torch, once more where that fails too. If the "
        "numbers stand in a requirements.txt of yours, or a mirror is asked, they may be of "
        "another file.",
        None,
        recorded=(
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have "
            "updated the package versions, please update the hashes.\n    torch from "
            "https://download.pytorch.org/whl/torch-2.0.0.whl:\n        Expected sha256 ab12",
        ),
    ),
    Entry(
        (
            "Dependency missing in current {system:path} channels:{:text}{name:pytorch-cuda|"
            "pytorch|torchvision|torchaudio} {:text}-> {needed:text}",
            "Dependencies missing in current {system:path} channels:{:text}{name:pytorch-cuda|"
            "pytorch|torchvision|torchaudio} {:text}-> {needed:text}",
        ),
        "env",
        "conda found {name} and not what it needs, in the channels that it was told to look in. "
        "Missing is {needed}.",
        "Write conda update conda, and let it look in its own channels too: conda install pytorch "
        "-c pytorch -c defaults, or -c conda-forge. Or install by pip in the same environment: "
        "python -m pip install torch.",
        None,
        recorded=(
            "PackageNotFoundError: Dependency missing in current osx-64 channels:\n  - pytorch -> "
            "mkl >=2018",
        ),
    ),
    Entry(
        (
            "The following packages are not available from current channels:{:long}{name:pytorch|"
            "torchvision|torchaudio|torch}{:long}{bits:linux-32|win-32}",
        ),
        "env",
        "This conda is one of 32 bits: its channels end in {bits}, and for those there is no "
        "PyTorch. pip has nothing for such a Python either.",
        "Install Miniconda or Anaconda of 64 bits, which takes a 64-bit system: uname -m says "
        "x86_64 on Linux. Make a fresh environment in it, conda create -n torch python=3.12, and "
        "write python -m pip install torch torchvision; for an old program take the Python and "
        "the release that it names, from PyTorch's page of previous versions.",
        None,
        recorded=(
            "PackagesNotFoundError: The following packages are not available from\ncurrent "
            "channels:\n\npytorch=0.4.1\ncuda90\n\nCurrent channels:\n\n"
            "https://conda.anaconda.org/pytorch/linux-32",
        ),
    ),
    Entry(
        (
            "The following specifications were found to be incompatible with each other:{:long}"
            "python={two:2.7}{:long}{:pytorch|torchvision}",
            "The following specifications were found to be incompatible with each other:{:long}"
            "{:pytorch|torchvision}{:long}python={two:2.7}",
            "{:pytorch-cpu|pytorch|torchvision} -> python[version={:long}python={two:2.7}",
            "python={two:2.7}{:long}{:pytorch-cpu|pytorch|torchvision} -> python[version=",
        ),
        "env",
        "This environment has Python {two}, and what conda offers of PyTorch is for Python 3. The "
        "last PyTorch for Python 2 is 1.4.",
        "Make an environment with a Python of today: conda create -n torch python=3.12, conda "
        "activate torch, and python -m pip install torch torchvision. Where Python 2.7 has to stay "
        "write python -m pip install torch==1.4.0 torchvision==0.5.0, on Linux or a Mac: for "
        "Windows there was none.",
        None,
        recorded=(
            "UnsatisfiableError: The following specifications were found to be incompatible with "
            "each other:\n\nPackage pip conflicts for:\npython=2.7 -> pip\npytorch-cpu -> "
            "python[version='>=3.6,<3.7.0a0'] -> pip",
        ),
    ),
    Entry(
        (
            "The following packages are not available from current channels:{:  - | - |  | }"
            "{name:pytorch-cuda|pytorch|torchvision|torchaudio|torch}",
            "The following specifications were found to be incompatible with each other:{:long}"
            "{name:pytorch|torchvision|torchaudio|cudatoolkit}",
            "nothing provides {:text} needed by {name:pytorch-cuda|pytorch|torchvision|torchaudio}",
            "ResolvePackageNotFound: {:text}{name:pytorch-cuda|pytorch|torchvision|torchaudio|"
            "cudatoolkit}",
            "package {name:pytorch-cuda|pytorch|torchvision|torchaudio}-{version:path} requires "
            "{needed:text}, but none of the providers can be installed",
        ),
        "env",
        "conda does not find {name} in the channels that it looked in, or none that goes with the "
        "rest of this environment, its Python and its CUDA. The channel pytorch of its makers ends "
        "with 2.5.",
        "Make a fresh environment, conda create -n torch python=3.12, conda activate torch, and "
        "write python -m pip install torch torchvision in it. By conda: conda install -c "
        "conda-forge pytorch, or -c pytorch for a release up to 2.5. An old release wants a Python "
        "of its time: see PyTorch's page of previous versions. Where the channels end in linux-32 "
        "or win-32 conda is of 32 bits, for which there is no PyTorch.",
        None,
        recorded=(
            "PackagesNotFoundError: The following packages are not available from current "
            "channels:\n\n  - pytorch-cuda=12.1",
            "UnsatisfiableError: The following specifications were found to be incompatible with "
            "each other:\n\nPackage pytorch conflicts for:\ntorchvision -> pytorch",
        ),
        when=lambda found: found["name"] != "",
    ),
    Entry(
        "The current installed version of {compiler:path} ({version:path}) is {how:less|greater} "
        "than the {:minimum|maximum} required version by CUDA {cuda:text}",
        "env",
        "An add-on is being built, and nvcc of this CUDA does not take this compiler. It is "
        "version {version}.",
        "Install a g++ in the range that the message names, and set CC and CXX to it: CXX=g++-11, "
        "for instance.",
        None,
        recorded=(
            "RuntimeError: The current installed version of g++ (13.2.0) is greater than the "
            "maximum required version by CUDA 12.1. Please make sure to use an adequate version of "
            "g++ (>=6.0.0, <13.0).",
        ),
    ),
    Entry(
        (
            "unsupported Microsoft Visual Studio version! Only the versions between {versions:text}"
            " are supported",
            "Error checking compiler version for cl:",
            "Command '['where', 'cl']' returned non-zero exit status",
        ),
        "env",
        "An add-on in C++ or CUDA is being built, and Windows has no compiler of Microsoft that "
        "is found, or one that this CUDA does not take.",
        "Install the Build Tools of Visual Studio with C++, of a year that the CUDA knows, and "
        "start from their x64 Native Tools Command Prompt. A ready-made package spares it. If "
        "only a codec that can't decode a byte is named it is a warning, since the compiler "
        "speaks another language than English: install the English language pack of Visual Studio "
        "if the build fails too.",
        None,
        recorded=(
            "UserWarning: Error checking compiler version for cl: [WinError 2] The system cannot "
            "find the file specified",
            "fatal error C1189: #error: -- unsupported Microsoft Visual Studio version! Only the "
            "versions between 2017 and 2022 (inclusive) are supported!",
        ),
    ),
    Entry(
        "fatal error: {file:cusolverDn.h|cuda_runtime.h|cuda_runtime_api.h|cublas_v2.h|cusparse.h|"
        "cuda.h|nvToolsExt.h|thrust/complex.h|cuda_fp16.h}: No such file or directory",
        "env",
        "An add-on for CUDA is being built, and the headers of the CUDA toolkit are not found. "
        "{file} is one of them: PyTorch does not bring them.",
        "Install the whole CUDA toolkit of the version that torch.version.cuda names, and set "
        "CUDA_HOME to it; in Docker take an image with devel in its name.",
        None,
        recorded=("fatal error: cusolverDn.h: No such file or directory",),
    ),
    Entry(
        "list index out of range",
        "env",
        "An add-on for CUDA is being built on a machine where no GPU is seen, as in a container "
        "that is being made, so PyTorch does not know for which GPU.",
        'Set TORCH_CUDA_ARCH_LIST before it, "8.0;8.6" for instance, with the numbers that '
        "torch.cuda.get_device_capability() gives on the machine with the GPU.",
        None,
        recorded=(
            'File "/site-packages/torch/utils/cpp_extension.py", line 1780, in _get_cuda_arch_flags'
            "\n    arch_list[-1] += '+PTX'\nIndexError: list index out of range",
        ),
        when=lambda found: "arch_list[-1]" in found.code,
    ),
    Entry(
        "Unknown CUDA arch ({sm:text}) or GPU not supported",
        "env",
        "An add-on is being built for a GPU that this PyTorch does not know. It is {sm}. As a rule "
        "the GPU is newer than this PyTorch, or TORCH_CUDA_ARCH_LIST is misspelt or names one that "
        "was dropped.",
        "If TORCH_CUDA_ARCH_LIST is set, see that it holds numbers as 7.5;8.0. If the GPU is newer "
        "install a PyTorch for a later CUDA, and build with the CUDA toolkit of the same number. "
        "This GPU wants CUDA {cuda} or later. Where PyTorch has to stay, and computes on that GPU, "
        'set TORCH_CUDA_ARCH_LIST to an older number that it knows: "{older}+PTX", for instance.',
        None,
        recorded=("ValueError: Unknown CUDA arch (8.9) or GPU not supported",),
        more=_newer_gpu,
    ),
    Entry(
        "{path:text}torch_extensions{rest:text}: cannot open shared object file: No such file or "
        "directory",
        "env",
        "An add-on is built when it is first imported, and the build failed, or another process "
        "was in the middle of it.",
        "Remove the folder ~/.cache/torch_extensions, and start again: the errors above the "
        "message tell what the compiler wanted.",
        None,
        recorded=(
            "ImportError: /root/.cache/torch_extensions/py38_cu113/fused/fused.so: cannot open "
            "shared object file: No such file or directory",
        ),
    ),
    Entry(
        (
            "apex.optimizers.{name:name} requires cuda extensions",
            "cannot import name '{name:amp}' from 'apex'",
        ),
        "env",
        "NVIDIA's apex is not what pip install apex gives, which is another package, or it was "
        "built without its part for CUDA.",
        'Leave it out: torch.autocast("cuda") and torch.amp.GradScaler do what apex.amp did. Else '
        "uninstall the other, and build it from github.com/NVIDIA/apex.",
        None,
        recorded=("RuntimeError: apex.optimizers.FusedAdam requires cuda extensions",),
    ),
    Entry(
        (
            "THC/THC.h: No such file or directory",
            "'AT_CHECK' was not declared in this scope",
            'identifier "AT_CHECK" is undefined',
            "THC/THCAtomics.cuh: No such file or directory",
            "Cannot open include file: 'THC/THC.h'",
        ),
        "env",
        "An extension was written for an older PyTorch: the headers THC are gone since 1.11, and "
        "AT_CHECK since 1.5.",
        "Take a later release of the extension, or the PyTorch that it names. In its source "
        "TORCH_CHECK stands for AT_CHECK, and ATen/cuda/CUDAContext.h for THC/THC.h.",
        None,
        recorded=("fatal error: THC/THC.h: No such file or directory",),
    ),
    Entry(
        "unsupported GNU version! gcc versions later than {version:int} are not supported",
        "env",
        "The compiler is newer than CUDA's nvcc takes. It takes gcc up to {version}.",
        "Install g++-{version} and set CC=gcc-{version} CXX=g++-{version}, or a newer CUDA "
        "toolkit with the PyTorch for it.",
        None,
        recorded=(
            "error: #error -- unsupported GNU version! gcc versions later than 11 are not "
            "supported!",
        ),
    ),
    Entry(
        "{name:torchvision|torchaudio|torchtext|torchdata|torchmetrics|fastai|pytorch-lightning|"
        "lightning|xformers|vllm|timm|accelerate|bitsandbytes|sentence-transformers|ultralytics|"
        "torch-geometric|d2l} {version:path} requires {wanted:torch|torchvision|torchaudio|numpy}"
        "{which:path}, but {:you have|you'll have} {got:text} which is incompatible",
        "env",
        "Two packages that belong together are of different releases: {name} {version} is made for "
        "{wanted}{which}, and {got} is installed.",
        "Install both in one go, so that pip chooses releases that fit: python -m pip install -U "
        "torch torchvision torchaudio, or with {name} in place of what you do not use, and the "
        "same address behind --index-url for a build with CUDA. If you do not use {name} it does "
        "no harm.",
        None,
        recorded=(
            "ERROR: pip's dependency resolver does not currently take into account all the "
            "packages that are installed. This behaviour is the source of the following dependency "
            "conflicts.\ntorchvision 0.15.1 requires torch==2.0.0, but you have torch 2.0.1 which "
            "is incompatible.",
            "ERROR: torchvision 0.8.1 requires torch==1.7.0, but you'll have torch 1.7.1 which is "
            "incompatible.",
        ),
        when=lambda found: (
            found["wanted"] != "numpy"
            or found["name"].startswith(("torch", "pytorch", "fastai", "lightning", "d2l"))
        ),
    ),
    Entry(
        "externally-managed-environment",
        "env",
        "This Python belongs to the operating system, which does not let pip install into it.",
        "Make an environment of your own: python3 -m venv ~/env, then ~/env/bin/python -m pip "
        "install torch, and run your programs with ~/env/bin/python.",
        None,
        recorded=(
            "$ pip install torch\nerror: externally-managed-environment\n\n× This environment is "
            "externally managed",
        ),
    ),
    Entry(
        "[Errno 28] No space left on device",
        "env",
        "The disk is full, or the one with the temporary files is: a PyTorch for CUDA takes "
        "several gigabytes while it is installed.",
        "Make room, or name a folder on a larger disk: TMPDIR=/large python -m pip install "
        "--no-cache-dir torch. The build for the CPU is far smaller: add --index-url "
        "https://download.pytorch.org/whl/cpu.",
        None,
        recorded=(
            "Installing collected packages: torch\nERROR: Could not install packages due to an "
            "OSError: [Errno 28] No space left on device",
        ),
        when=lambda found: "Could not install packages" in found.before[-200:],
    ),
    Entry(
        "",
        "env",
        "The memory is too small for pip to keep the file of PyTorch in it.",
        "Write python -m pip install --no-cache-dir torch. The build for the CPU is far smaller: "
        "add --index-url https://download.pytorch.org/whl/cpu.",
        None,
        recorded=(
            "Collecting torch\n  Downloading torch-1.0.0-cp36-cp36m-linux_x86_64.whl (591.8MB)\n"
            'Traceback (most recent call last):\n  File "/lib/pip/_vendor/msgpack/fallback.py", '
            "line "
            "9, in pack\n    return self._buffer.write(b)\nMemoryError",
        ),
        when=lambda found: (
            found.type == "MemoryError"
            and re.search(r"[/\\]pip[/\\]", found.before) is not None
            and "torch" in found.before
        ),
    ),
    Entry(
        "Couldn't install torch{rest:text}",
        "env",
        "A program that calls pip itself, as stable-diffusion-webui does, did not get its PyTorch. "
        "As a rule this Python is newer, or older, than that release was built for; or the "
        "connection broke, or the disk is full. It asked for torch {wanted}.",
        "Read pip's own lines that begin with ERROR. If it found no version, or no matching "
        "distribution: install the Python that the program names, 3.10 as a rule, of 64 bits, "
        "remove the program's folder venv, which holds the other Python, and start it again. Or "
        "bring the program up to date, so that it asks for a newer torch. Else mend what pip "
        "names, and start again.",
        None,
        recorded=(
            '  File "launch.py", line 49, in run\n    raise RuntimeError(message)\nRuntimeError: '
            'Couldn\'t install torch.\nCommand: "C:\\a\\venv\\Scripts\\python.exe" -m pip install '
            "torch==1.12.1+cu113 torchvision==0.13.1+cu113\nError code: 1",
        ),
        more=_pinned,
    ),
    Entry(
        "Package '{name:torch|torchvision|torchaudio}' requires a different Python: {version:path} "
        "not in '{wanted:few}'",
        "env",
        "This release of {name} is for other releases of Python: {wanted}. This one is {version}.",
        "Take a Python of a release that it names, in an environment of its own, or let pip choose "
        "a release of PyTorch for this one: python -m pip install torch.",
        None,
        recorded=("ERROR: Package 'torch' requires a different Python: 3.6.9 not in '>=3.7'",),
    ),
    Entry(
        "host='{host:download.pytorch.org|download-r2.pytorch.org}'",
        "env",
        "The connection to {host}, from which PyTorch and its models are loaded, was not made or "
        "broke off.",
        "Try once more, with a longer patience where pip loads: python -m pip install --timeout "
        "1000 torch. Behind a proxy set HTTPS_PROXY; where the address is out of reach take PyPI's "
        "torch, or a mirror of it with -i.",
        None,
        recorded=(
            "pip._vendor.urllib3.exceptions.ReadTimeoutError: HTTPSConnectionPool("
            "host='download.pytorch.org', port=443): Read timed out.",
        ),
    ),
    Entry(
        ("MKL_THREADING_LAYER=INTEL is incompatible with {name:text} library",),
        "env",
        "NumPy and PyTorch bring two libraries for threads, and one was loaded before the other.",
        "Set MKL_SERVICE_FORCE_INTEL=1 or MKL_THREADING_LAYER=GNU, or import numpy before torch.",
        None,
        recorded=(
            "Error: mkl-service + Intel(R) MKL: MKL_THREADING_LAYER=INTEL is incompatible with "
            "libgomp-7c85b1e2.so.1 library.",
        ),
        when=lambda found: "gomp" in found["name"],
    ),
    Entry(
        "module 'distutils' has no attribute 'version'",
        "env",
        "torch.utils.tensorboard of this PyTorch needs a part of setuptools that newer ones no "
        "longer have.",
        'Install a newer PyTorch, or python -m pip install "setuptools==59.5.0".',
        None,
        recorded=(
            'File "/site-packages/torch/utils/tensorboard/__init__.py", line 4, in <module>\n    '
            "LooseVersion = distutils.version.LooseVersion\nAttributeError: module 'distutils' "
            "has no attribute 'version'",
        ),
        when=lambda found: "tensorboard" in found.before,
    ),
    Entry(
        "Windows Long Path support",
        "env",
        "Windows allows file names of 260 signs, and some of PyTorch's are longer where it is to "
        "be installed.",
        "Allow long paths (LongPathsEnabled = 1 in the registry), or install into a shorter "
        "folder, a virtual environment in C:\\env for instance.",
        None,
        recorded=(
            "ERROR: Could not install packages due to an OSError: [Errno 2] No such file or "
            "directory: 'C:\\\\Users\\\\a\\\\site-packages\\\\torch\\\\include\\\\ATen\\\\x.h'\n"
            "HINT: This error might have occurred since this system does not have Windows Long "
            "Path support enabled.",
        ),
    ),
    Entry(
        (
            "No module named '{:pytorch|PyTorch|Pytorch|Torch|pyTorch}'",
            "No module named {:pytorch|PyTorch|Torch}",
        ),
        "env",
        "The package is called torch, in a program and for pip.",
        "Write import torch. If it is not installed: python -m pip install torch.",
        None,
        recorded=("ModuleNotFoundError: No module named 'pytorch'",),
    ),
    Entry(
        "No module named '{name:past}{:'|.}",
        "env",
        "{name} belongs to the package future, a help for Python 2, which is not installed. Old "
        "releases of PyTorch, such as 1.2, use it in torch.utils.tensorboard and caffe2, and pip "
        "does not bring it with them.",
        "Write python -m pip install future, with the same python that runs your program. Newer "
        "releases of PyTorch do without it.",
        None,
        recorded=("ModuleNotFoundError: No module named 'past'",),
        when=lambda found: "torch" in last_traceback(found) or not found.code,
    ),
    Entry(
        (
            "No module named '{name:tensorboard}{:'|.}",
            "TensorBoard logging requires TensorBoard with Python summary writer {how:installed}",
        ),
        "env",
        "torch.utils.tensorboard writes for TensorBoard, which is a package of its own. It is "
        "missing here or too old, or a file of your own called tensorboard.py hides it.",
        "If a tensorboard.py of yours stands in the traceback, or beside the program, give it "
        "another name. Else write python -m pip install -U tensorboard, with the same python that "
        "runs your program.",
        None,
        recorded=(
            'File "/site-packages/torch/utils/tensorboard/__init__.py", line 1, in <module>\n    '
            "import tensorboard\nModuleNotFoundError: No module named 'tensorboard'",
            "ImportError: TensorBoard logging requires TensorBoard with Python summary writer "
            "installed. This should be available in 1.14 or above.",
        ),
        when=lambda found: "how" in found.fields or "torch" in found.before + found.code,
    ),
    Entry(
        "No module named '{name:torch}'",
        "env",
        "An add-on for PyTorch is being built, and the Python that builds it does not find torch: "
        "pip builds in an environment of its own that has none, and sudo starts the system's "
        "Python.",
        'See first that python -c "import torch" works. Then write python -m pip install '
        "--no-build-isolation, with the name of the add-on behind it, which builds with that "
        "torch. Run a setup.py with the same python, without sudo.",
        None,
        recorded=(
            "Collecting flash-attn\n  error: subprocess-exited-with-error\n  x Getting "
            'requirements to build wheel did not run successfully.\n  File "<string>", line 22, '
            "in <module>\n"
            "ModuleNotFoundError: No module named 'torch'",
            'Traceback (most recent call last):\n  File "setup.py", line 9, in <module>\n    '
            "import torch\nModuleNotFoundError: No module named 'torch'",
        ),
        when=lambda found: (
            re.search(
                r"Getting requirements to build|Preparing metadata|subprocess-exited|build_meta\.py"
                r"|pip-build-env|egg_info|Running setup\.py|File \"(?:[^\"\n]*[/\\])?setup\.py\"",
                found.before[-6000:],
            )
            is not None
        ),
    ),
    Entry(
        ("No module named '{name:d2l}'", "No module named {bare:d2l}"),
        "env",
        "The Python that ran this does not have d2l, the package of the book Dive into Deep "
        "Learning.",
        "Write python -m pip install d2l==1.0.3 for the present text, or d2l==0.17.6 for the one "
        "with d2l.train_ch3; in a notebook %pip install in place of python -m pip install, and "
        "restart the kernel. It asks for old releases of numpy and others: where they do not "
        "install, as with Python 3.12, add --no-deps, and write python -m pip install torch "
        "torchvision matplotlib pandas requests ipython beside it. import sys; "
        "print(sys.executable) names the Python that ran it.",
        None,
        recorded=("ModuleNotFoundError: No module named 'd2l'",),
        when=lambda found: "name" in found.fields or found.type == "ModuleNotFoundError",
    ),
    Entry(
        (
            f"No module named '{{name:{PACKAGES}}}'",
            f"No module named {{bare:{PACKAGES}}}",
            "No module named {typed:torch vision|torch audio|torch text}",
            "No module named '{typed:torch vision|torch audio|torch text}'",
        ),
        "env",
        "The Python that ran this does not have {package}: it is not installed, or only for "
        "another Python or in another environment.",
        "import sys; print(sys.executable) in the program names that Python. If {package} is "
        "installed elsewhere: activate that environment, choose it in the editor or as the "
        "notebook's kernel, and see that no sudo and no alias starts another python. Else write "
        "python -m pip install {wheel} with the Python that was named; in a notebook %pip install "
        "{wheel}, and restart the kernel. For a server or Docker name it in requirements.txt or "
        "setup.py. If pip finds no version, as a rule Python is too new, too old, or of 32 bits. "
        "{ended} ended with 0.18, which is for PyTorch 2.3.",
        None,
        recorded=(
            "ModuleNotFoundError: No module named 'torch'",
            "ModuleNotFoundError: No module named ‘torch’",
            "ImportError: No module named 'torchvision'",
        ),
        # Python 3 sets the name in quotes, unless somebody typed it by heart.
        when=lambda found: "name" in found.fields or found.type != "ImportError",
        more=_not_there,
    ),
    Entry(
        (
            "PyTorch does not currently provide packages for PyPI",
            "You should install pytorch from http://pytorch.org",
        ),
        "env",
        "pip took an old file that only fails: it was asked for pytorch, which is not what pip "
        "calls the package; or it had kept that file; or it has no PyTorch for this Python and "
        "this system.",
        "The package is called torch: python -m pip install --no-cache-dir torch, or the line that "
        "pytorch.org has for your system. If that fails too look at python --version, and take a "
        "64-bit Python of a release that pytorch.org names.",
        None,
        recorded=(
            "RuntimeError: PyTorch does not currently provide packages for PyPI (see status at "
            "https://github.com/pytorch/pytorch/issues/566).",
        ),
    ),
    Entry(
        (
            "{:No module named 'tools.nnwrap'|torch-0.1.2.post}",
            "Command {errored:errored} out with exit status",
            "Running setup.py {:install|bdist_wheel|clean} for torch ... error",
            "Failed building wheel for {wheel:torch}",
        ),
        "env",
        "pip found no PyTorch for this Python and this system, and took an old source that does "
        "not build: Python is too new or too old for PyTorch, or has 32 bits.",
        "Look at python --version, and take a 64-bit Python of a release that pytorch.org names. "
        "Write python -m pip install -U pip in it, then python -m pip install --no-cache-dir "
        "torch, or the line that pytorch.org has for your system. conda works too, where it has a "
        "PyTorch for this Python.",
        None,
        recorded=(
            "ModuleNotFoundError: No module named 'tools.nnwrap'",
            "Collecting torch\n  Using cached torch-0.1.2.post2.tar.gz\n  Building wheel for torch "
            "(setup.py) ... error\n  ERROR: Command errored out with exit status 1:",
        ),
        when=lambda found: (
            found.fields.keys().isdisjoint({"errored", "wheel"}) or "torch-0.1.2" in found.before
        ),
    ),
    Entry(
        "No module named {name:torch|torchvision}",
        "env",
        "The Python that ran this does not have {name}. This is how Python 2 says it, for which "
        "there is no PyTorch any more.",
        "Write python3 -m pip install {name}, and run the program with python3.",
        None,
        recorded=("ImportError: No module named torch",),
        when=lambda found: found.type == "ImportError",
    ),
    Entry(
        (
            "No module named '{:" + SHADOWED + "}.{name:name}'; '{package:name}' is not a package",
            "partially initialized module '{package:" + SHADOWED + "}' has no attribute "
            "'{name:name}'",
            "cannot import name '{name:name}' from partially initialized module '{package:"
            + SHADOWED
            + "}'",
            "cannot import name '{name:name}' from '{package:" + SHADOWED + "}' ({path:text}"
            "{own:torch.py|torchvision.py|torchaudio.py|d2l.py})",
        ),
        "env",
        "Python took another {package}: a file of your own is called {package}.py, as a rule the "
        "one that runs or one beside it, or is called as a module that {package} imports. It "
        "looked for {name}.",
        "python -c \"from importlib.util import find_spec; print(find_spec('{package}'))\", in the "
        "program's folder, shows what is taken. If it is a file of yours give it another name, and "
        "remove __pycache__ beside it. If it lies in site-packages or dist-packages, a file of "
        "yours may be called "
        "as one that {package} imports, which the traceback shows, or {package} is not installed "
        "as a whole: install it anew.",
        None,
        recorded=(
            "ModuleNotFoundError: No module named 'd2l.torch'; 'd2l' is not a package",
            "ModuleNotFoundError: No module named 'torch.nn'; 'torch' is not a package",
            "AttributeError: partially initialized module 'torch' has no attribute 'tensor' (most "
            "likely due to a circular import)",
            "ImportError: cannot import name 'nn' from 'torch' (/home/a/torch.py)",
            "AttributeError: partially initialized module 'numpy' has no attribute 'array' (most "
            "likely due to a circular import)",
        ),
        when=lambda found: (
            found.fields.get("own", found["package"] + ".py") == found["package"] + ".py"
            and (
                found["package"] not in ("torchvision", "torchaudio")
                or found["name"] not in ("extension", "_extension", "lib")
            )
        ),
    ),
    Entry(
        "No module named {name:name}",
        "env",
        "Python took a file of your own for a package of PyTorch: it is called as the package is, "
        "and has no part {name}.",
        "Give your file another name, and remove the file of the old name that ends in .pyc, and "
        "__pycache__, beside it.",
        None,
        recorded=(
            'File "/a/torchvision.py", line 4, in <module>\n    import torchvision.transforms as '
            "transforms\nImportError: No module named transforms",
        ),
        when=lambda found: (
            re.search(r"[/\\\"](?:torch|torchvision|torchaudio)\.py\"", found.before) is not None
            and re.search(rf"\btorch\w*\.{found['name']}\b", found.code) is not None
        ),
    ),
    Entry(
        "consider renaming '{path:quoted}' since it has the same name as the standard library "
        "module named '{name:quoted}'",
        "env",
        "A file of your own is called as a part of Python, {name}, and PyTorch, or another "
        "package, imported it in its place.",
        "Give the file another name, and remove __pycache__ beside it. It is {path}.",
        None,
        recorded=(
            "AttributeError: module 'random' has no attribute 'Random' (consider renaming "
            "'/home/a/random.py' since it has the same name as the standard library module named "
            "'random' and prevents importing that standard library module)",
        ),
        when=lambda found: "torch" in found.before + found.code or not found.code,
    ),
    Entry(
        (MISSING[0], *MISSING[2:]),
        "env",
        "{whole} is in every release of {package}. Python found another {package}: a folder or "
        "file of your own of that name, or what an installation that broke off left behind; or a "
        "file of your own stands in the way of one that {package} imports.",
        "python -c \"from importlib.util import find_spec; print(find_spec('{package}'))\", in the "
        "program's folder, shows what is taken: it should lie in a folder site-packages or "
        "dist-packages. Rename what is "
        "your own, and remove __pycache__ beside it. Else install anew: python -m pip install "
        "--force-reinstall torch torchvision, or with conda where you use conda. Restart the "
        "kernel of a notebook.",
        None,
        recorded=(
            "ImportError: No module named 'torchvision.datasets.mnist'",
            "ModuleNotFoundError: No module named 'torch.nn'",
        ),
        when=lambda found: (
            _key(found) in EVERY.split()
            and found["name"] not in SUBMODULES.get(f"torch.{found.fields.get('part')}", "").split()
        ),
        more=lambda found: {"whole": _key(found)},
    ),
    Entry(
        (
            "No module named 'torch._C'",
            "No module named 'torch.version'",
            "Failed to load PyTorch C extensions",
            "cannot import name '_C' from 'torch'",
        ),
        "env",
        "Python found PyTorch's source text, and not what is built of it: the program runs where a "
        "folder torch with that text lies, or the installation is not whole, or was copied from "
        "another Python or system.",
        "Start Python in another folder. Else install anew: python -m pip install "
        "--force-reinstall torch.",
        None,
        recorded=("ModuleNotFoundError: No module named 'torch._C'",),
    ),
    Entry(
        (
            "No module named 'torch.{name:utils.serialization}{:'|.}",
            "cannot import name '{name:load_lua}' from 'torch.utils.serialization'",
            "No module named 'torch.{name:legacy}{:'|.}",
            "No module named torch.{name:utils.serialization|legacy}",
        ),
        "env",
        "What read files of Lua Torch (.t7), load_lua, and its layers, torch.legacy, were removed "
        "with PyTorch 1.0. Missing is {name}.",
        "Read the file with the package torchfile: torchfile.load(path) gives its numbers as "
        "arrays. Or convert it once with PyTorch 0.4.1: load_lua(path), and torch.save. Often the "
        "project offers its weights for PyTorch too.",
        None,
        recorded=(
            '  File "a.py", line 12, in <module>\n    from torch.utils.serialization import '
            "load_lua\nModuleNotFoundError: No module named 'torch.utils.serialization'",
        ),
    ),
    Entry(
        (
            "No module named 'torch.{name:name}'",
            "cannot import name '{name:name}' from 'torch.{module:name}'",
            "cannot import name '{name:name}' from 'torch'",
        ),
        "env",
        "The {library} that is installed was made for another release of torch: it asks for "
        "{name}, which this one does not have.",
        "Bring the two together: python -m pip install -U torch torchvision torchaudio. Where an "
        "older torch has to stay, take the {library} of the same time: torchvision 0.15 belongs to "
        "torch 2.0, 0.16 to 2.1.",
        None,
        recorded=(
            '  File "/lib/python3.10/dist-packages/torchvision/_meta_registrations.py", line 4, in '
            "<module>\n    import torch._custom_ops\nModuleNotFoundError: No module named "
            "'torch._custom_ops'",
        ),
        when=lambda found: _asking(found) != "",
        more=lambda found: {"library": _asking(found)},
    ),
    Entry(
        (
            "No module named 'torch.{name:name}'",
            "cannot import name '{name:name}' from 'torch.{module:name}'",
            "cannot import name '{name:name}' from 'torch'",
            "cannot import name '{name:name}' from 'torchvision.{module:name}'",
            "No module named 'torchvision.{name:name}'",
            "No module named 'torchaudio.{name:name}'",
            "No module named '{:pytorch_lightning|lightning|torchmetrics}.{name:name}'",
            "cannot import name '{name:name}' from '{:pytorch_lightning|torchmetrics}{:name}'",
            "cannot import name '{name:name}' from '{:pytorch_lightning|torchmetrics}'",
            "cannot import name '{name:name}' from 'torchaudio.{module:name}'",
            "cannot import name '{name:name}' from '{:torchvision|torchaudio}'",
        ),
        "env",
        "The installed release does not have this part: it came later or was removed, as the "
        "program was written for another release, or the name is misspelt. It is {name}.",
        "Look it up in the present documentation. If it is there, yours is older: print "
        "torch.__version__, and write python -m pip install -U torch torchvision. If it is not, it "
        "was renamed or removed: bring the library that asks for it up to date, or take the "
        "release that the program names. Capital letters count: DataLoader, Variable, ReLU.",
        None,
        recorded=(
            "ImportError: cannot import name 'DiskCache' from 'torch.utils'",
            "ModuleNotFoundError: No module named 'torch.utils.trainer'",
        ),
    ),
    Entry(
        (
            "module compiled against {:ABI version|API version} {a:name} but this version of numpy "
            "is {b:name}",
            "Failed to initialize NumPy: module compiled against {:text}",
            "Numpy is not available",
            "PyTorch was compiled {how:without} NumPy support",
            "type object 'torch._C.{kind:name}' has no attribute 'numpy'",
        ),
        "env",
        "PyTorch cannot use the NumPy that is here: it is older than the one that PyTorch was "
        "built for, or was not there then.",
        "Install a newer NumPy, python -m pip install -U numpy; for a torch older than 2.3 below "
        'NumPy 2: python -m pip install -U "numpy<2". If PyTorch was built here, build it anew '
        "with NumPy installed.",
        None,
        recorded=(
            "a.py:3: UserWarning: Failed to initialize NumPy: module compiled against API version "
            "0x10 but this version of numpy is 0xd\nRuntimeError: Numpy is not available",
            "RuntimeError: PyTorch was compiled without NumPy support",
        ),
        when=lambda found: (
            "b" in found.fields
            or "compiled against" in found.before
            or found.fields.keys() & {"kind", "how"} != set()
        ),
    ),
    Entry(
        (
            "Failed to initialize NumPy: No module named '{got:numpy}'",
            "Numpy is not available",
        ),
        "env",
        "NumPy is not installed in the Python that ran this. PyTorch works without it, except for "
        "what goes to NumPy or comes from it.",
        "Write python -m pip install numpy, with the same python that runs your program; for a "
        'torch older than 2.3 python -m pip install "numpy<2".',
        None,
        recorded=(
            "UserWarning: Failed to initialize NumPy: No module named 'numpy' (Triggered "
            "internally at ../torch/csrc/utils/tensor_numpy.cpp:84.)",
        ),
        when=lambda found: "got" in found.fields or "No module named 'numpy" in found.before,
    ),
    Entry(
        (
            "A module that was compiled using NumPy 1.x cannot be run in NumPy {version:name}",
            "Failed to initialize NumPy: {why:text}",
            "Failed to initialize NumPy",
            "Numpy is not available",
            "{failed:numpy.core.multiarray failed to import}",
            "_ARRAY_API not found",
        ),
        "env",
        NUMPY,
        NUMPY_OUT,
        None,
        recorded=(
            "A module that was compiled using NumPy 1.x cannot be run in\nNumPy 2.0.0 as it may "
            "crash. To support both 1.x and 2.x\nversions of NumPy, modules must be compiled with "
            "NumPy 2.0.",
            "UserWarning: Failed to initialize NumPy: _ARRAY_API not found (Triggered internally "
            "at ../torch/csrc/utils/tensor_numpy.cpp:84.)",
            "RuntimeError: Numpy is not available",
            "A module that was compiled using NumPy 1.x cannot be run in\nNumPy 2.1.0 as it may "
            "crash.\n\nImportError: numpy.core.multiarray failed to import",
        ),
        when=lambda found: (
            "failed" not in found.fields
            or re.search(r"_ARRAY_API|using NumPy 1\.x", found.before) is not None
        ),
        more=_version,
    ),
    Entry(
        "numpy.core.multiarray failed to import",
        "env",
        "PyTorch, or another compiled package, could not load NumPy: it is not installed, or it is "
        "older than the one that the package was built for. NumPy 2 does not run on this Python.",
        "Write python -m pip install -U numpy, with the same python that runs your program. If it "
        "stays, uninstall NumPy until pip finds none, and install it again.",
        None,
        recorded=(
            'File "/a/env/lib/python3.6/site-packages/torch/__init__.py", line 81, in <module>\n'
            "    from torch._C import *\nImportError: numpy.core.multiarray failed to import",
        ),
        when=lambda found: (
            re.search(r"python3\.[5-8]\b|[Pp]ython3[5-8]\b", found.before) is not None
        ),
    ),
    Entry(
        "numpy.core.multiarray failed to import",
        "env",
        "PyTorch, or another compiled package, could not load NumPy: it is not installed, older "
        "than the one that the package was built for, or NumPy 2 where 1 is wanted.",
        'python -c "import numpy; print(numpy.__version__)" shows which it is. Without NumPy, or '
        "with an old one, write python -m pip install -U numpy. With NumPy 2 and a torch older "
        'than 2.3 write python -m pip install "numpy<2". If the traceback names another package, '
        "such as cv2, renew that one. If it stays uninstall NumPy until pip and conda find none, "
        "and install it again.",
        None,
        recorded=("ImportError: numpy.core.multiarray failed to import",),
    ),
    Entry(
        (
            "type object 'numpy.ndarray' has no attribute '__array_function__'",
            "Importing the {:numpy|multiarray numpy|numpy multiarray} {:C-extensions|c-extensions|"
            "extension module|c-extension module} failed",
            "Importing the multiarray numpy extension module failed",
            "No module named 'numpy.core._multiarray_umath'",
            "cannot import name '{name:_distributor_init|multiarray|_multiarray_umath}' from "
            "'numpy{part:text}'",
            "cannot import name '{name:_distributor_init|multiarray|_multiarray_umath}' from "
            "partially initialized module 'numpy{part:text}'",
            "No module named 'numpy.core._methods'",
            "numpy.core.umath failed to import",
        ),
        "env",
        "NumPy itself is broken here: as a rule the files of two releases are mixed, since one was "
        "installed over another, or it was built for another Python.",
        "Write python -m pip uninstall numpy, again and again until pip finds none, look for a "
        "folder numpy that is left in site-packages, or in ~/.local/lib, and remove it. Then write "
        "python -m pip install numpy. Import numpy alone first: it has to work before torch.",
        None,
        recorded=(
            'File "/a/.local/lib/python3.6/site-packages/numpy/core/_methods.py", line 158, in '
            "<module>\n    _NDARRAY_ARRAY_FUNCTION = mu.ndarray.__array_function__\n"
            "AttributeError: type object 'numpy.ndarray' has no attribute '__array_function__'",
            "ImportError: \n\nIMPORTANT: PLEASE READ THIS FOR ADVICE ON HOW TO SOLVE THIS "
            "ISSUE!\n\nImporting the numpy C-extensions failed. This error can happen for many "
            "reasons, often due to issues with your setup or how NumPy was installed.",
        ),
        when=lambda found: "serialization.py" not in found.before,
    ),
    Entry(
        "numpy.dtype size changed, may indicate binary incompatibility. Expected {a:int} from C "
        "header, got {b:int} from PyObject",
        "env",
        "A compiled package was built for a newer NumPy than the one that is installed: for NumPy "
        "2, where 1 is here.",
        "Install a newer NumPy: python -m pip install -U numpy. Or an older release of the package "
        "that the traceback names.",
        None,
        recorded=(
            "ValueError: numpy.dtype size changed, may indicate binary incompatibility. Expected "
            "96 from C header, got 88 from PyObject",
        ),
        when=_other_generation,
    ),
    Entry(
        "numpy.dtype size changed, may indicate binary incompatibility. Expected {a:int} from C "
        "header, got {b:int} from PyObject",
        "env",
        NUMPY,
        NUMPY_OUT,
        None,
        recorded=(
            "ValueError: numpy.dtype size changed, may indicate binary incompatibility. Expected "
            "88 from C header, got 96 from PyObject",
        ),
    ),
    Entry(
        (
            "{:path} requires module: torch{name:audio}._torchaudio",
            "torch{name:audio} C++ extension is not available",
        ),
        "env",
        "This torchaudio has no part in C++: old ones for Windows come without it, and one that "
        "was installed from source may lack it. Without it the backends sox and sox_io do not "
        "work; where it is a warning the rest does.",
        "On Windows take another backend: python -m pip install soundfile, and in an old release "
        'torchaudio.set_audio_backend("soundfile"). A newer release does it too: python -m pip '
        "install -U torch torchaudio. On Linux and the Mac install both anew in one go: python -m "
        "pip install --force-reinstall torch torchaudio.",
        None,
        recorded=(
            "UserWarning: torchaudio C++ extension is not available",
            "RuntimeError: torchaudio.backend.sox_io_backend.load requires module: "
            "torchaudio._torchaudio",
        ),
    ),
    Entry(
        (
            "Could not find module '{path:text}torch{name:audio|vision}{rest:text}' (or one of its "
            "dependencies)",
            "Could not load this library: {path:text}torch{name:audio|vision}{rest:text}",
        ),
        "env",
        "The part of torch{name} that is written in C++ cannot be loaded: as a rule it was built "
        "for another release of PyTorch, or for another CUDA.",
        "Install both anew in one go, so that they fit: python -m pip install --force-reinstall "
        "torch torch{name}, with the index of pytorch.org for a CUDA.",
        None,
        recorded=(
            "FileNotFoundError: Could not find module 'D:\\Lib\\site-packages\\torchaudio\\lib\\"
            "libtorchaudio.pyd' (or one of its dependencies). Try using the full path with "
            "constructor syntax.",
            "OSError: Could not load this library: "
            "/home/a/lib/python3.12/site-packages/torchaudio/lib/libtorchaudio.so",
        ),
        when=lambda found: "Failed to load image" not in found.before,
    ),
    Entry(
        (
            '[WinError 1455]{:text}Error loading "{path:text}\\{file:name}.dll"',
            "[WinError {:1455|8|1450}]{said:text}",
            LOADED + PAGING + "{said:text}",
            FROM_C + PAGING + "{:text}",
        ),
        "env",
        "Windows has too little room for PyTorch's libraries: each process, and each worker of a "
        "DataLoader, loads them once more.",
        "Make the paging file larger (System, Advanced, Virtual memory), close other programs, or "
        "take fewer workers: num_workers=0.",
        None,
        recorded=(
            "OSError: [WinError 1455] The paging file is too small for this operation to "
            'complete. Error loading "C:\\lib\\site-packages\\torch\\lib\\cudnn64_8.dll" or one '
            "of its dependencies.",
            'File "D:\\Anaconda\\lib\\site-packages\\torch\\__init__.py", line 80, in <module>\n   '
            " "
            "from torch._C import *\nImportError: DLL load failed: 页面文件太小，无法完成操作。",
        ),
        when=lambda found: _of_torch(found) or "_C" in found.fields.get("core", ""),
    ),
    Entry(
        (
            '[WinError {:127|182}]{:text}Error loading "{path:text}\\{file:name}.dll"',
            "[WinError {:127|182}]{said:text}",
            LOADED + PROCEDURE + "{said:text}",
            FROM_C + PROCEDURE + "{:text}",
        ),
        "env",
        "Windows found a library of that name, and a function in it is missing: it is of another "
        "release than PyTorch wants. It is {file}, or one that it needs.",
        "Install the newest Visual C++ Redistributable (vc_redist.x64.exe from Microsoft). If it "
        "stays, another program's copy is found first, such as that of OpenMP in Anaconda's "
        "Library\\bin: make a fresh environment, install PyTorch in it, all by pip or all by "
        "conda, and take other folders with libraries out of PATH. Else try a newer or older "
        "release of PyTorch.",
        None,
        recorded=(
            'File "C:\\Python37\\lib\\site-packages\\torch\\__init__.py", line 81, in <module>\n   '
            " "
            "from torch._C import *\nImportError: DLL load failed: 지정된 프로시저를 찾을 수 "
            "없습니다.",
            "OSError: [WinError 182] 操作系统无法运行 %1。 Error loading "
            '"D:\\lib\\site-packages\\torch'
            '\\lib\\caffe2_detectron_ops.dll" or one of its dependencies.',
        ),
        when=_of_torch,
    ),
    Entry(
        (
            '[WinError 1114]{:text}Error loading "{path:text}\\{file:name}.dll"',
            "[WinError 1114]{said:text}",
            LOADED + STARTED + "{said:text}",
            FROM_C + STARTED + "{:text}",
        ),
        "env",
        "Windows found PyTorch's library, and it failed when it was started: as a rule Microsoft's "
        "Visual C++ libraries are older than this PyTorch wants, or a package that was imported "
        "before it brought old copies of them. It is {file}, or one that it needs.",
        "Install the newest Visual C++ Redistributable (vc_redist.x64.exe from Microsoft), and "
        "start the machine anew. Import torch before other packages, such as PyQt, pandas or "
        "onnxruntime. If it stays, take the release of PyTorch before this one.",
        None,
        recorded=(
            "OSError: [WinError 1114] A dynamic link library (DLL) initialization routine failed. "
            'Error loading "C:\\Python39\\lib\\site-packages\\torch\\lib\\c10.dll" or one of its '
            "dependencies.",
        ),
        when=_of_torch,
    ),
    Entry(
        (
            '[WinError 193]{:text}Error loading "{path:text}\\{file:name}.dll"',
            "[WinError 193]{said:text}",
            LOADED + ARCHITECTURE + "{said:text}",
            FROM_C + ARCHITECTURE + "{:text}",
        ),
        "env",
        "A library is made for another kind of program, 32 bits in place of 64 as a rule, or its "
        "file is damaged.",
        "python -c \"import struct; print(struct.calcsize('P') * 8)\" has to say 64. Make a fresh "
        "environment with a 64-bit Python, install PyTorch in it, and see that PATH and PYTHONPATH "
        "name no other Python's folders.",
        None,
        recorded=(
            'OSError: [WinError 193] %1 is not a valid Win32 application. Error loading "C:\\a\\'
            'site-packages\\torch\\lib\\asmjit.dll" or one of its dependencies.',
        ),
        when=_of_torch,
    ),
    Entry(
        (
            '[WinError 4551]{:text}Error loading "{path:text}\\{file:name}.dll"',
            "[WinError 4551]",
            LOADED + BLOCKED + "{said:text}",
        ),
        "env",
        "A rule of Windows forbids this library of PyTorch: Smart App Control, or one that your "
        "firm or school has set.",
        "Look at Windows Security, App and browser control, Smart App Control, which can be "
        "switched off there. On a machine of others ask who looks after it; WSL or Colab do "
        "without.",
        None,
        recorded=(
            "ImportError: DLL load failed while importing _C: An Application Control policy has "
            "blocked this file.",
        ),
        when=lambda found: _of_torch(found) or "path" not in found.fields,
    ),
    Entry(
        (
            '[WinError 126]{:text}Error loading "{path:text}{file:caffe2_nvrtc}.dll" or one of its '
            "dependencies",
            'Error loading "{path:text}{file:caffe2_nvrtc}.dll" or one of its dependencies',
            "Could not find module '{path:text}{file:caffe2_nvrtc}.dll'",
        ),
        "env",
        "{file}.dll belongs to a PyTorch for CUDA, and Windows could not load it, or a library "
        "that it needs: NVIDIA's driver, which brings nvcuda.dll, is missing, as a rule, or "
        "Microsoft's Visual C++, or the installation is not whole.",
        "Without an NVIDIA GPU take the PyTorch for the CPU: python -m pip install "
        "--force-reinstall torch --index-url https://download.pytorch.org/whl/cpu. With one "
        "install its driver and the Visual C++ Redistributable (vc_redist.x64.exe from Microsoft). "
        "If it stays install PyTorch in a fresh environment, a newer one if this is 1.5.",
        None,
        recorded=(
            'File "C:\\lib\\site-packages\\torch\\__init__.py", line 81, in <module>\n    '
            "ctypes.CDLL(dll)\nFileNotFoundError: Could not find module 'C:\\lib\\site-packages\\"
            "torch\\lib\\caffe2_nvrtc.dll'. Try using the full path with constructor syntax.",
            'OSError: [WinError 126] The specified module could not be found. Error loading "C:\\'
            'site-packages\\torch\\lib\\caffe2_nvrtc.dll" or one of its dependencies.',
        ),
        when=lambda found: (
            "torch" in found["path"] and re.search(r"WinError (?!126)", found.before) is None
        ),
    ),
    Entry(
        "{name:error in LoadLibraryA}",
        "env",
        "PyTorch could not load a library of its own while it computed on the GPU, "
        "caffe2_nvrtc.dll as a rule. That is known of PyTorch 1.4 on Windows with Python 3.8, "
        "where libraries are looked for in other places than before.",
        "Install a newer PyTorch: python -m pip install -U torch torchvision. "
        "Where the old one has to stay take Python 3.7, in an environment of its own.",
        None,
        recorded=(
            '  File "network.py", line 89, in forward\n    x = torch.cat([a, b], dim=1)\n'
            "RuntimeError: error in LoadLibraryA",
        ),
    ),
    Entry(
        (
            '[WinError {number:int}]{:text}Error loading "{path:text}\\{file:name}.dll" or one of '
            "its dependencies",
            'Error loading "{path:text}\\{file:name}.dll" or one of its dependencies',
            'Error loading "{path:text}" or one of its dependencies',
            'Error loading "{path:text}torch{rest:text}.dll"',
            "{own:torch._C import *}{:text}DLL load failed{loaded:text}",
            "DLL load failed while importing _C: {why:text}",
            "DLL load failed: {loaded:text}",
            "[WinError {number:int}] {why:text}",
            "Could not find module '{path:text}torch{rest:text}' (or one of its dependencies)",
        ),
        "env",
        "Windows could not load a library of PyTorch, or one that it needs: as a rule Microsoft's "
        "Visual C++ is missing, or the installation is not whole. The message names {file}.",
        "Install the Visual C++ Redistributable (vc_redist.x64.exe from Microsoft), and open a new "
        "terminal. If it stays install PyTorch in a fresh environment: python -m pip install "
        "torch. If fbgemm.dll is named, or torch is 2.4.0, take a newer one. Up to 1.5 a PyTorch "
        "for CUDA wants NVIDIA's driver: without such a GPU take the one for the CPU. One from pip "
        "before 1.0 also wants python -m pip install numpy mkl intel-openmp. If the traceback "
        "ends in another package, such as torchvision or pytorch3d, that one has to fit torch.",
        None,
        recorded=(
            'OSError: [WinError 126] 找不到指定的模块。 Error loading "D:\\Anaconda3\\lib\\'
            'site-packages\\torch\\lib\\fbgemm.dll" or one of its dependencies.',
            '  File "C:\\Python36\\lib\\site-packages\\torch\\__init__.py", line 80, in '
            "<module>\n    from torch._C import *\nImportError: DLL load failed: The specified "
            "module could not be found.",
            "from torch._C import * (ImportError: DLL load failed: The specified module could not "
            "be found.",
            '  File "C:\\lib\\site-packages\\torch\\__init__.py", line 81, in <module>\n    '
            'ctypes.CDLL(dll)\n  File "C:\\lib\\ctypes\\__init__.py", line 364, in __init__\n    '
            "self._handle = _dlopen(self._name, mode)\nOSError: [WinError 126] The specified "
            "module could not be found",
        ),
        when=lambda found: (
            _of_torch(found) or "rest" in found.fields or found.fields.keys() == {"why"}
        ),
    ),
    Entry(
        (
            "OMP: Error #15: Initializing {a:name}, but found {b:name} already initialized",
            "Initializing libiomp5md.dll, but found libiomp5md.dll already initialized",
            "Initializing libiomp5.dylib, but found libiomp5.dylib already initialized",
            "Initializing libomp.dylib, but found libiomp5.dylib already initialized",
        ),
        "env",
        "Two copies of the library for threads, OpenMP, are loaded: PyTorch brings one, and "
        "another "
        "package, or conda, a second.",
        "Install both packages anew from one source, all by pip or all by conda, in a fresh "
        "environment. KMP_DUPLICATE_LIB_OK=TRUE in the environment goes on at your own risk.",
        None,
        recorded=(
            "OMP: Error #15: Initializing libiomp5md.dll, but found libiomp5md.dll already "
            "initialized.",
        ),
    ),
    Entry(
        (
            "version '{library:GLIBC_|GLIBCXX_|CXXABI_|GOMP_}{version:path}' not found (required "
            "by {path:path}torch",
            "version '{library:GLIBC_|GLIBCXX_|CXXABI_|GOMP_}{version:path}' not found",
        ),
        "env",
        "The package was built on a newer system than this one, whose library of C or C++ is too "
        "old for it: there is no {library}{version}.",
        "For GLIBC_ take an older release of the package, or build it here, or a newer system: "
        "that library is the system's own. For GLIBCXX_ and CXXABI_ a newer libstdc++ does: conda "
        "install -c conda-forge libstdcxx-ng, with its folder first in LD_LIBRARY_PATH.",
        None,
        recorded=(
            "ImportError: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.27' not found "
            "(required by /a/site-packages/torch/lib/libtorch_cpu.so)",
        ),
        when=lambda found: "path" in found.fields or "torch" in found.before + found.code,
    ),
    Entry(
        "lib{name:gomp|openblas|mpi_cxx|mpi|numa|gfortran|omp}.so{version:text}: cannot open "
        "shared object file: No such file or directory",
        "env",
        "A library of the system is missing, which this build of PyTorch uses: lib{name}.",
        "Install it: apt install libgomp1 for libgomp, libopenblas-base for libopenblas, "
        "libopenmpi-dev for libmpi, libomp-dev for libomp. On Jetson take NVIDIA's builds, whose "
        "page lists what they need.",
        None,
        recorded=(
            'File "/site-packages/torch/__init__.py", line 189, in <module>\n    from torch._C '
            "import *\nImportError: libopenblas.so.0: cannot open shared object file: No such file "
            "or directory",
        ),
        when=lambda found: "torch" in found.before + found.code,
    ),
    Entry(
        "libpython{version:path}: cannot open shared object file: No such file or directory",
        "env",
        "Python's own library is missing, or not found, which this package was built against: it "
        "is libpython{version}.",
        "Install it, apt install libpython3.7 for Python 3.7, or put the folder that holds it into "
        'LD_LIBRARY_PATH: python -c "import sysconfig; '
        "print(sysconfig.get_config_var('LIBDIR'))\" names it. The usual builds of PyTorch do "
        "without it.",
        None,
        recorded=(
            'File "/site-packages/torch/__init__.py", line 81, in <module>\n    from torch._C '
            "import *\nImportError: libpython3.7m.so.1.0: cannot open shared object file: No such "
            "file or directory",
        ),
        when=lambda found: "torch" in found.before + found.code,
    ),
    Entry(
        "libmkl_{file:path}: cannot open shared object file: No such file or directory",
        "env",
        "libmkl_{file}, of Intel's library for matrices, is not found. Some builds of PyTorch, "
        "such as conda's and those for TPUs, do not bring it, and its folder may not be looked in.",
        "In conda write conda install mkl. Else, as on Colab, python -m pip install mkl. If it "
        "stays: find / -name 'libmkl_core*' shows the folder. Put it into LD_LIBRARY_PATH before "
        "Python starts, and where only the number at the end differs make a link of that name: ln "
        "-s libmkl_core.so libmkl_core.so.1. The usual PyTorch from pip does without all this.",
        None,
        recorded=(
            "OSError: libmkl_intel_lp64.so.1: cannot open shared object file: No such file or "
            "directory",
            "from torch._C import *\nImportError: libmkl_gf_lp64.so: cannot open shared object "
            "file: No such file or directory",
        ),
        when=lambda found: "torch" in found.before + found.code or not found.code,
    ),
    Entry(
        (
            "{path:path}: undefined symbol: {symbol:iJIT_NotifyEvent}",
            "undefined symbol: {symbol:iJIT_NotifyEvent}",
            "{path:path}libmkl_{file:path}: undefined symbol: {symbol:name}",
            "libmkl_{file:path}: undefined symbol: {symbol:name}",
        ),
        "env",
        "Another release of Intel's library for matrices, MKL, is found than the one that "
        "PyTorch, or NumPy, was built with.",
        "Take Intel's folders, as /opt/intel, out of LD_LIBRARY_PATH. If that does not help: in "
        'conda write conda install "mkl<2024.1", which old builds of PyTorch want, or take numpy '
        "and torch from pip in a fresh environment, which bring their own.",
        None,
        recorded=(
            "from torch._C import *\nImportError: /opt/intel/mkl/lib/libmkl_gf_lp64.so: undefined "
            "symbol: mkl_lapack_ao_zgetrf",
            "ImportError: /lib/python3.8/site-packages/torch/lib/libtorch_cpu.so: undefined "
            "symbol: iJIT_NotifyEvent",
        ),
        when=lambda found: (
            "torch" in found.before + found.code + found.fields.get("path", "") or not found.code
        ),
    ),
    Entry(
        "{path:text}libtorch{file:path}: undefined symbol: {symbol:name}",
        "env",
        "PyTorch's library asks for {symbol}, a function of CUDA, and the library of CUDA that was "
        "found does not have it: the build of PyTorch and the CUDA beside it do not fit. As a rule "
        "they come from two channels of conda, or another CUDA is named in LD_LIBRARY_PATH.",
        "Write unset LD_LIBRARY_PATH, and try again. If it stays take PyTorch from one source, in "
        "a fresh environment: conda install pytorch -c pytorch, or python -m pip install torch. "
        "Where no GPU is used the build for the CPU does without CUDA.",
        None,
        recorded=(
            "How to fix 'ImportError: /home/... .../lib/libtorch.so.1: undefined symbol: "
            "nvrtcGetProgramLogSize' in DGL?",
        ),
        when=lambda found: (
            OWN.match(found["file"]) is not None
            and re.match(
                r"nvrtc|cu(?:da|dnn|blas|fft|rand|solver|sparse)?[A-Z]|nccl", found["symbol"]
            )
            is not None
        ),
    ),
    Entry(
        "{path:path}libtorch{file:path}: undefined symbol: {symbol:name}",
        "env",
        "PyTorch's library was not taken from the installed package, but from another folder, "
        "{path}, and that one was built for another Python or another release. As a rule "
        "LD_LIBRARY_PATH names that folder.",
        "Write unset LD_LIBRARY_PATH, or take that folder out of it, and try again in the same "
        "terminal. Installing PyTorch anew does not help as long as it comes first.",
        None,
        recorded=(
            "ImportError: /home/a/libtorch/lib/libtorch_python.so: undefined symbol: "
            "PyThread_tss_alloc",
        ),
        when=lambda found: (
            OWN.match(found["file"]) is not None
            and "-packages" not in found["path"]
            and ".." not in found["path"]
            and re.search(r"conda|mamba|miniforge|/envs?/|venv", found["path"]) is None
        ),
    ),
    Entry(
        "{path:path}-packages/{package:torchtext}/{file:path}: undefined symbol: {symbol:name}",
        "env",
        "{package} was built for another release of PyTorch than the one that is installed: it "
        "asks for something that this one does not have.",
        "Each torchtext is for one PyTorch: 0.18 for 2.3, 0.15 for 2.0, 0.12 for 1.11, 0.9 for "
        'the 1.8 of old programs. Install both in one go, python -m pip install "torch==2.3.*" '
        "torchtext==0.18.0, and restart the kernel of a notebook. It is no longer developed.",
        None,
        recorded=(
            "OSError: /usr/local/lib/python3.7/dist-packages/torchtext/_torchtext.so: undefined "
            "symbol: _ZNK3c104Type14isSubtypeOfExtESt10shared_ptrIS0_EPSo",
        ),
    ),
    Entry(
        (
            "{path:path}-packages/{package:torchvision|torchaudio|torchcodec}/{file:path}: "
            "undefined symbol: {symbol:name}",
            "{path:path}- packages/{package:torchvision|torchaudio|torchcodec}/{file:path}: "
            "undefined symbol: {symbol:name}",
            "{path:path}_torch_{part:sox}{file:path}: undefined symbol: {symbol:name}",
        ),
        "env",
        "{package} asks for something that the PyTorch that is loaded does not have: as a rule it "
        "was built for another release, or for another build, with CUDA or without.",
        "Install both in one go: python -m pip install --force-reinstall torch {package} takes "
        "releases that fit together. pytorch.org has the line for a CUDA. Restart the kernel of a "
        "notebook. Where torch has to stay, as beside torch_xla, print torch.__version__, and "
        "install the {package} of its time with --no-deps. These belong together: {pairs}. A "
        "nightly torch, with dev in its number, wants the nightly {package}, or one that is built "
        "here.",
        None,
        recorded=(
            "ImportError: /home/me/lib/python3.9/site-packages/torchvision/_C.so: undefined "
            "symbol: _ZN3c106ivalue14ConstantString6createENSt7__cxx1112basic_stringIcSt11char",
            "ImportError: /dist-packages/_torch_sox.cpython-36m-x86_64-linux-gnu.so: undefined "
            "symbol: _ZN6caffe28TypeMeta21_typeMetaDataInstance",
        ),
        more=lambda found: {
            "package": found.fields.get("package", "torchaudio"),
            **(
                {"pairs": PAIRS[found.fields.get("package", "torchaudio")]}
                if found.fields.get("package", "torchaudio") in PAIRS
                else {}
            ),
        },
    ),
    Entry(
        (
            "lib{library:torch}{file:name}: cannot open shared object file: No such file or "
            "directory",
            "lib{library:c10}{file:name}: cannot open shared object file: No such file or "
            "directory",
            "lib{library:shm}{file:name}: cannot open shared object file: No such file or "
            "directory",
        ),
        "env",
        "A package in C++ asks for PyTorch's own library lib{library}{file}, and it is not loaded "
        "yet: as a rule the package is imported before torch, which brings it. A PyTorch for the "
        "CPU has none with cuda in its name, and another release may have other names.",
        "Write import torch in the line before that import. If that fails, PyTorch is not in this "
        "environment. If the message stays, the package was built for another PyTorch: install "
        "the one for torch.__version__ and torch.version.cuda, or build it anew.",
        None,
        recorded=(
            "ImportError: libc10.so: cannot open shared object file: No such file or directory",
            "ImportError: libtorch_cuda.so: cannot open shared object file: No such file or "
            "directory",
        ),
        when=lambda found: (
            re.search(r"[/\\]torch[/\\]__init__\.py", found.before) is None
            and (found["library"] != "torch" or OWN.match(found["file"]) is not None)
        ),
    ),
    Entry(
        (
            "{path:path}torch{rest:text}: undefined symbol: {symbol:name}",
            "libtorch{file:name}: cannot open shared object file: No such file or directory",
            "libc10{file:name}: cannot open shared object file: No such file or directory",
            "undefined symbol: {symbol:name}",
            "{library:path}: cannot open shared object file: No such file or directory",
        ),
        "env",
        "A library beside PyTorch is missing, or was built for another release of it: torch, "
        "torchvision, add-ons and CUDA have to be of one make.",
        "If the message names an add-on, such as flash-attn or torch-scatter, or an extension "
        "that you built: install the one for torch.__version__ and torch.version.cuda, or remove "
        "its folder build and build it anew. If it names torch or torchvision: take other CUDA "
        "folders out of LD_LIBRARY_PATH, and write python -m pip install --force-reinstall torch "
        "torchvision.",
        None,
        recorded=(
            "ImportError: /home/me/lib/python3.9/site-packages/torch_sparse/_convert.so: undefined "
            "symbol: _ZN3c106ivalue14ConstantString6createENSt7__cxx1112basic_stringIcSt11char",
            "ImportError: /a/my_ops.so: undefined symbol: _ZTIN5torch8autograd4NodeE",
        ),
        when=_beside,
    ),
    Entry(
        (
            "Library not loaded: {path:text}lib{file:text}",
            "dlopen({path:text}torch{rest:text}): Library not loaded: {file:text}",
            "dlopen({path:text}torch{rest:text}): Symbol not found: {file:text}",
        ),
        "env",
        "A library beside PyTorch is missing, or belongs to another release, or to another kind of "
        "processor.",
        FRESH + " An extension that the path names has to be built for the installed torch. On a "
        "Mac with Apple's chip use a Python for arm64.",
        None,
        recorded=(
            "ImportError: dlopen(/opt/lib/python3.9/site-packages/torch/_C.so, 0x0002): "
            "Library not "
            "loaded: @rpath/libopenblas.0.dylib",
        ),
        when=lambda found: "rest" in found.fields or "torch" in found.before + found["path"],
    ),
    Entry(
        "You are importing torchvision within its own root folder{rest:text}",
        "env",
        "Python took torchvision from the folder in which the program was started, and the "
        "compiled part of that copy is missing or does not load: as a rule it is the source text "
        "of torchvision, or a folder that "
        "was copied or packed with the program. It is a warning; operators such as nms fail.",
        "Start the program in another folder, so that the torchvision in site-packages is taken, "
        "or rename the folder. If none is installed there write python -m pip install torch "
        "torchvision. In a program packed by PyInstaller look whether torchvision's .so or .pyd "
        "files were packed too. If all works it does no harm.",
        None,
        recorded=(
            "UserWarning: You are importing torchvision within its own root folder (/home/a/vision)"
            ". This is not expected to work and may give errors.",
        ),
    ),
    Entry(
        "Failed to load image Python extension",
        "env",
        "torchvision.io cannot read pictures here: as a rule torchvision and torch do not fit "
        "together, or libjpeg and libpng are missing. It is a warning.",
        "It does no harm where torchvision.io is not used and nothing else fails. To have it quiet "
        "install both of one "
        "release in one go: python -m pip install -U torch torchvision.",
        None,
        recorded=(
            "UserWarning: Failed to load image Python extension: 'Could not find module "
            "'D:\\a\\torchvision\\image.pyd' (or one of its dependencies).'",
        ),
    ),
    Entry(
        (
            "operator torchvision::nms does not exist",
            "No such operator torchvision::nms",
            "Couldn't find any operator torchvision::nms",
            "Could not find schema for torchvision::nms",
            "partially initialized module '{:torchvision|torchaudio}' has no attribute "
            "'{part:extension|_extension|lib}'",
            "Detected that PyTorch and torchvision were compiled with different CUDA {:major|minor}"
            " versions",
            "Detected that PyTorch and torchvision were compiled with different CUDA versions",
            "Couldn't load custom C++ ops. This can happen if your PyTorch and torchvision "
            "versions are incompatible",
            "PyTorch and torchvision versions are incompatible",
            "Detected that PyTorch and torch_{name:name} were compiled with different CUDA "
            "versions",
        ),
        "env",
        "torchvision, or another package beside it, does not fit the PyTorch that is installed, "
        "and its part in C++ was not loaded: as a rule it was built for another release, or for "
        "another CUDA.",
        FRESH + " A nightly torch wants the nightly torchvision: both with --pre, from the same "
        "address.",
        None,
        recorded=(
            "RuntimeError: operator torchvision::nms does not exist",
            "RuntimeError: No such operator torchvision::nms",
            "AttributeError: partially initialized module 'torchvision' has no attribute "
            "'extension' (most likely due to a circular import)",
            "RuntimeError: Couldn't load custom C++ ops. This can happen if your PyTorch and "
            "torchvision versions are incompatible",
        ),
    ),
    Entry(
        (
            "Could not find a version that satisfies the requirement {name:torch|torchvision|"
            "torchaudio|torchtext|torchcodec}{version:text}(from versions: {versions:none|0.1.2, "
            "0.1.2.post1, 0.1.2.post2})",
            "No matching distribution found for {name:torch|torchvision|torchaudio|torchtext|"
            "torchcodec}{version:text}",
        ),
        "env",
        "Where pip looked there is no {name} at all for this Python and this system, or 0.1.2 "
        "alone, an old file that does not build. As a rule Python is too new for {name}, too old, "
        "or of 32 bits; or the address behind --index-url has {name} for other systems only; or "
        "pip did not reach it, as warnings above would say.",
        "Look at python --version, and take a 64-bit Python that this release was made for, in an "
        "environment of its own: conda create -n torch python=3.11, for instance. Try without "
        "--index-url and --pre, or with the address that pytorch.org gives for your system.",
        None,
        recorded=(
            "Looking in indexes: https://download.pytorch.org/whl/nightly/cu129\nERROR: Could not "
            "find a version that satisfies the requirement torchvision (from versions: none)\n"
            "ERROR: No matching distribution found for torchvision",
            "ERROR: Could not find a version that satisfies the requirement torch (from versions: "
            "none)\nERROR: No matching distribution found for torch",
        ),
        when=lambda found: (
            not found.fields.get("version", "").startswith(("-", "_"))
            and ("versions" in found.fields or NONE.search(found.before.strip()) is not None)
        ),
    ),
    Entry(
        (
            "Could not find a version that satisfies the requirement {name:torch|torchvision|"
            "torchaudio}{version:text}(from versions: {versions:text})",
            "No matching distribution found for {name:torch|torchvision|torchaudio}{version:text}",
        ),
        "env",
        "The oldest {name} that pip finds here is {oldest}, and {wanted} was asked for. As a rule "
        "this Python is newer than {name} {wanted}; or the address behind --index-url begins "
        "later.",
        "Where the program bears it take {oldest} or a later one. Else make an environment with a "
        "Python of that time, conda create -n old python=3.8 for instance: 3.8 has torch 1.4 to "
        "2.4, 3.10 begins with 1.11, 3.11 with 1.13 on Linux and 2.0 elsewhere, 3.12 with 2.2, "
        "3.13 with 2.5 or 2.6. What has +cu… "
        "behind it also wants the --index-url that pytorch.org names.",
        None,
        recorded=(
            "ERROR: Could not find a version that satisfies the requirement torch==1.5.0 (from "
            "versions: 2.0.0, 2.0.1)\nERROR: No matching distribution found for torch==1.5.0",
        ),
        when=_too_old,
        more=lambda found: dict(zip(("wanted", "oldest"), _offered(found), strict=False)),
    ),
    Entry(
        (
            "Could not find a version that satisfies the requirement {name:torch|torchvision|"
            "torchaudio}{version:text}(from versions: {versions:text})",
            "No matching distribution found for {name:torch|torchvision|torchaudio}{version:text}",
        ),
        "env",
        "The newest {name} that pip finds here is {newest}, and {wanted} was asked for. This "
        "Python is too old for that one, the system has no newer, or the address behind "
        "--index-url ended before it.",
        "Take {newest}, or a newer Python in an environment of its own: 3.8 ends with torch 2.4, "
        "3.9 with 2.8. A Mac with Intel's processor has none after 2.2.2, and "
        "https://download.pytorch.org/whl/cu121 none after 2.5.1. If the Python is new, python -m "
        "pip install -U pip comes first.",
        None,
        recorded=(
            "ERROR: Could not find a version that satisfies the requirement torch==2.9.0 (from "
            "versions: 1.13.0, 2.0.0, 2.2.2)\nERROR: No matching distribution found for "
            "torch==2.9.0",
        ),
        when=_too_new,
        more=lambda found: dict(zip(("wanted", "", "newest"), _offered(found), strict=True)),
    ),
    Entry(
        (
            "Could not find a version that satisfies the requirement {name:torch|torchvision|"
            "torchaudio}{version:text}(from versions: {versions:text})",
            "No matching distribution found for {name:torch|torchvision|torchaudio}{version:text}",
            "Could not find a version that satisfies the requirement {name:torch|torchvision|"
            "torchaudio}{version:text}",
        ),
        "env",
        "pip found no {name} for this Python and this system, or not the release that was asked "
        "for. As a rule Python is newer than that release, or too old, or of 32 bits; a release "
        "with +cu… or +cpu is not on PyPI.",
        "Compare python --version with the releases that pip lists in brackets. Python 3.8 has "
        "torch 1.4 to 2.4, 3.9 ends with 2.8, 3.11 begins with 1.13 on Linux and 2.0 elsewhere, "
        "3.12 with "
        "2.2, 3.13 with 2.5 or 2.6. Take a release that fits, or make an environment with another "
        "Python, of 64 bits. For a build with CUDA give pip the --index-url that pytorch.org "
        "names. A Mac with Intel's processor has no torch after 2.2.2.",
        None,
        recorded=(
            "ERROR: No matching distribution found for torch",
            "ERROR: No matching distribution found for torch==1.7.1+cu110",
        ),
        when=lambda found: not found.fields.get("version", "").startswith(("-", "_")),
    ),
    Entry(
        (
            "Running setup.py {:install|bdist_wheel|clean} for {name:pytorch} ... error",
            "Running setup.py {:install|bdist_wheel|clean} for {name:pytorch}: finished with "
            "status 'error'",
            "Failed building wheel for {name:pytorch}{rest:text}",
            "Failed to build {name:pytorch}{rest:text}",
            "Building wheel for {name:pytorch} (setup.py) ... error",
            "Could not build wheels for {name:pytorch},",
            "Command {errored:errored} out with exit status",
            "{errored:subprocess-exited-with-error}",
            "No matching distribution found for {name:pytorch}{rest:text}",
            'You tried to install "{name:pytorch}". The package named for PyTorch is "torch"',
        ),
        "env",
        "For pip the package is called torch; pytorch is its name for conda. What pip has as "
        "pytorch is an empty one, whose installation only fails.",
        "Write python -m pip install torch, or the line that pytorch.org has for your system, with "
        "a 64-bit Python of a release that is named there. Where requirements.txt has pytorch "
        "write torch.",
        None,
        recorded=(
            "Installing collected packages: pytorch\nRunning setup.py install for pytorch ... "
            "error\nERROR: Command errored out with exit status 1:",
            "ERROR: No matching distribution found for pytorch==1.0.1",
            'Exception: You tried to install "pytorch". The package named for PyTorch is "torch"',
            "Building wheels for collected packages: pytorch\n  Building wheel for pytorch "
            "(setup.py) ... error\n  ERROR: Failed building wheel for pytorch",
        ),
        when=lambda found: (
            not found.fields.get("rest", "").startswith(("-", "_"))
            if "name" in found.fields
            else re.search(r"(?:for|packages:|Collecting) pytorch(?![-\w])", found.before[-4000:])
            is not None
        ),
    ),
    Entry(
        "{name:torch-|torchvision-|torchaudio-}{file:text}.whl is not a supported wheel on this "
        "platform",
        "env",
        "The file was made for another Python, system or processor: cp311 in its name is Python "
        "3.11.",
        "Take the file for your Python, which python --version names, or let pip choose: python -m "
        "pip install torch.",
        None,
        recorded=(
            "ERROR: torch-1.7.1+cu110-cp38-cp38-linux_x86_64.whl is not a supported wheel on this "
            "platform.",
        ),
    ),
    Entry(
        (
            "The detected CUDA version ({a:text}) mismatches the version that was used to compile "
            "PyTorch ({b:text})",
            "CUDA_HOME environment variable is not set",
            "command 'nvcc' failed: No such file or directory",
        ),
        "env",
        "An extension is being built, or looks for a compiler, and needs CUDA's, nvcc, of the "
        "version that PyTorch was built with. The compiler's is {a}, PyTorch's {b}.",
        'python -c "import torch; print(torch.version.cuda)" names that version; None is a PyTorch '
        "for the CPU, with which nothing is built for CUDA. Install the CUDA toolkit of that "
        "version, nvcc included, and set CUDA_HOME to its folder; or take a ready-made package, or "
        "the PyTorch for the CUDA that is there.",
        None,
        recorded=(
            "RuntimeError: The detected CUDA version (12.1) mismatches the version that was "
            "used to "
            "compile PyTorch (11.8). Please make sure to use the same CUDA versions.",
            "OSError: CUDA_HOME environment variable is not set. Please set it to your CUDA "
            "install "
            "root.",
        ),
        when=lambda found: (
            "a" in found.fields or "torch" in found.before + found.code or not found.code
        ),
    ),
    Entry(
        (
            "Ninja is required to load C++ extensions",
            "Attempted to use ninja as the BuildExtension backend but {:text}we could not find "
            "ninja",
        ),
        "env",
        "An add-on in C++ or CUDA is being built, and the program ninja is not found.",
        "Run python -m pip install ninja in the environment that builds. Without it setup.py "
        "builds too, only slower; torch.utils.cpp_extension.load needs it.",
        None,
        recorded=("RuntimeError: Ninja is required to load C++ extensions",),
    ),
    Entry(
        "'{name:cxx|nvcc}'",
        "env",
        "The setup.py of an add-on gives its compiler's options without {name}, which PyTorch "
        "looks up.",
        "Write extra_compile_args=dict(cxx=[], nvcc=[]) in its setup.py, or take a newer "
        "release of the add-on.",
        None,
        recorded=(
            '  File "/x/torch/utils/cpp_extension.py", line 1112, in '
            "unix_wrap_ninja_compile\n    cuda_post_cflags = "
            "extra_postargs['cxx']\nKeyError: 'cxx'",
        ),
        when=lambda found: found.type == "KeyError" and "extra_" in found.line,
    ),
    Entry(
        (
            "Error building extension '{name:quoted}'{:long}cannot find -l{lib:" + LINKED + "}",
            "{sign:torch|nvcc|extension}{:long}cannot find -l{lib:" + LINKED + "}",
            "cannot find -l{lib:" + LINKED + "}{:long}{sign:torch|nvcc|extension}",
            "cannot find -l{lib:" + LINKED + "}",
            "LNK1181: cannot open input file '{lib:" + LINKED + "}.lib'",
            "{sign:Error building extension} '{name:quoted}'",
            "Error compiling objects for {sign:extension}",
            "Command '['{sign:ninja}', '-v'{:text}]' returned non-zero exit status",
            "ninja: build stopped: subcommand failed",
        ),
        "env",
        "An add-on for CUDA is being built, and the linker does not find {library}, a library of "
        "CUDA: as a rule only its runtime is installed, without the toolkit, or the toolkit's "
        "folder is not looked in.",
        "Install the whole CUDA toolkit that torch.version.cuda names, and set CUDA_HOME to it. "
        "On Linux set LIBRARY_PATH to its folder lib64, for -lcuda to lib64/stubs; find / -name "
        "'lib{library}.so*' shows where it lies. If that name is there with a number behind .so "
        "only, make a link without it: ln -s libcudart.so.11.0 libcudart.so, for instance. Then "
        "build again.",
        None,
        recorded=(
            "RuntimeError: Error building extension 'segment_cumsum_cuda': [3/3] c++ a.o -lcudart "
            "-o a.so\nFAILED: a.so\n/usr/bin/ld: cannot find -lcudart\ncollect2: error: ld "
            "returned 1 exit status\nninja: build stopped: subcommand failed.",
            "/usr/bin/ld: cannot find -lcudart: No such file or directory\ncollect2: error: ld "
            "returned 1 exit status\nninja: build stopped: subcommand failed.\n\nRuntimeError: "
            "Error compiling objects for extension",
        ),
        when=lambda found: (
            ("lib" in found.fields or NOT_LINKED.search(found.before) is not None)
            # Programs of all kinds are linked with CUDA.
            and (
                not found.fields.keys().isdisjoint({"name", "sign"})
                or re.search(r"torch|nvcc|extension", found.before + found.code) is not None
            )
        ),
        more=lambda found: {
            "library": found.fields.get("lib") or NOT_LINKED.findall(found.before)[-1]
        },
    ),
    Entry(
        (
            "Error building extension '{name:quoted}'",
            "Error compiling objects for extension",
            "Command '['ninja', '-v'{:text}]' returned non-zero exit status",
            "command '{:path}nvcc{:.exe|}' failed with exit {:status|code}",
            "ninja: build stopped: {ninja:subcommand} failed",
        ),
        "env",
        "An add-on in C++ or CUDA is being built, and the compiler or the linker did not come to "
        "its end. The add-on is {name}.",
        "Read the first line with error: or cannot find, above the message or below. In a file of "
        "yours mend it: C++ strings have double quotes, the name in PYBIND11_MODULE(name, m) none. "
        "In headers of torch or of the system: as a rule nvcc --version and torch.version.cuda "
        "differ, or gcc is too new for nvcc; with an old nvcc .cu files include torch/types.h. In "
        "files of others: take another release of the add-on, or a ready-made package. If ld "
        "cannot find -lcudart: install the whole CUDA toolkit, set CUDA_HOME, and LIBRARY_PATH to "
        "its lib64. Killed: memory was short, MAX_JOBS=2 helps.",
        None,
        recorded=("RuntimeError: Error compiling objects for extension",),
        # ninja builds programs of all kinds.
        when=lambda found: (
            "ninja" not in found.fields
            or re.search(r"torch|nvcc|cuda", found.before + found.code) is not None
        ),
    ),
    Entry(
        "module 'torch.amp' has no attribute '{name:cuda}'",
        "env",
        "The two names are exchanged: it is torch.cuda.amp, and no release has torch.amp.{name}.",
        'Write torch.cuda.amp, or torch.amp.autocast("cuda") and, since PyTorch 2.3, '
        'torch.amp.GradScaler("cuda").',
        "torch.amp.cuda",
        recorded=("AttributeError: module 'torch.amp' has no attribute 'cuda'",),
    ),
    Entry(
        "module 'torch.nn.functional' has no attribute '{name:" + "|".join(FUNCTIONS) + "}'",
        "env",
        "Functions in torch.nn.functional are written with small letters. {name} is a layer, a "
        "class in torch.nn.",
        "Write F.{lower}(…), or make the layer and call it: nn.{name}(…)(…).",
        "import torch.nn.functional as F\nF.Sigmoid",
        more=lambda found: {"lower": FUNCTIONS[found["name"]]},
    ),
    Entry(
        "module 'torch.nn' has no attribute '{name:" + "|".join(LAYERS_BY_FUNCTION) + "}'",
        "env",
        "torch.nn holds layers, classes whose names begin with a capital letter. {name} is a "
        "function.",
        "Write F.{name}(…), with import torch.nn.functional as F, or make the layer and call it: "
        "nn.{layer}(…)(…).",
        "from torch import nn\nnn.sigmoid",
        more=lambda found: {"layer": LAYERS_BY_FUNCTION[found["name"]]},
    ),
    Entry(
        "module '{module:torch|torchvision|torchaudio|torchtext}.{part:name}' has no attribute "
        "'{name:name}'",
        "env",
        "The installed release does not have this: it came later, was removed, or is misspelt. In "
        "{module}.{part} there is nothing called {name}.",
        "Look {name} up in the present documentation of {module}. If it is there, yours is older: "
        "print {module}.__version__, and write python -m pip install -U torch torchvision. If it "
        "is not, it was renamed or removed: take what the documentation has in its place, or the "
        "release that the program names. Capital letters count: nn.ReLU, nn.Conv2d.",
        "from torch import nn\nnn.Attention(3)",
        when=lambda found: not found["part"].startswith("_"),
        recorded=("AttributeError: module 'torch.onnx' has no attribute 'symbolic_registry'",),
    ),
    Entry(
        (
            "module 'torch.{part:name}' has no attribute '{name:name}'",
            "type object 'torch._C.{part:name}' has no attribute '{name:name}'",
        ),
        "env",
        "A library calls an inner part of PyTorch that this release does not have: {name} in "
        "{part}.",
        "Bring the two together: install the release of the library that was made for your torch, "
        "or python -m pip install -U torch with the torchvision of the same release.",
        None,
        recorded=(
            "AttributeError: module 'torch._dynamo' has no attribute 'mark_static_address'",
            "AttributeError: type object 'torch._C.Tag' has no attribute "
            "'needs_fixed_stride_order'",
        ),
        when=lambda found: not found["name"].startswith("_cuda"),
    ),
    Entry(
        (
            "Files already downloaded and verified{:long}egmentation fault",
            "{:exit|exit code|with code|return code} {:-1073741819|3221225477}",
            "(0xC0000005)",
            "Windows fatal exception: access violation",
            "exit code 139 (interrupted by signal 11: SIGSEGV)",
        ),
        "env",
        "The program touched memory that is not its own, and the system ended it. That is a fault "
        "in a library in C++ or CUDA, not in a line of Python: as a rule packages or a driver that "
        "do not fit together, or worker processes.",
        "python -X faulthandler program.py shows the line. Try the step on the CPU and with "
        "num_workers=0. If it works there, or import torch or is_available() alone crashes: "
        "install torch, torchvision and torchaudio in one go, so that they fit, in a fresh "
        "environment, and the newest driver of your GPU, NVIDIA's, or Intel's for torch.xpu. If "
        "the line is another package's renew that one.",
        None,
        recorded=(
            "Process finished with exit code -1073741819 (0xC0000005)",
            "Process finished with exit code 139 (interrupted by signal 11: SIGSEGV)",
        ),
        when=_nothing_else,
    ),
    Entry(
        (
            "malloc_consolidate(): {:unaligned fastbin chunk detected|invalid chunk size}",
            "malloc(): {:corrupted top size|memory corruption|invalid size (unsorted)|"
            "unaligned tcache chunk detected|smallbin double linked list corrupted|"
            "corrupted unsorted chunks}",
            "free(): {:invalid pointer|invalid size|invalid next size (fast)|invalid next size "
            "(normal)|double free detected in tcache 2|corrupted unsorted chunks}",
            "double free or corruption ({:!prev|out|fasttop|top|!prev_inuse})",
            "corrupted {:size vs. prev_size|double-linked list}",
            "munmap_chunk(): invalid pointer",
        ),
        "env",
        "The memory of the program was damaged, and the system ended it. That is a fault in a "
        "library in C or C++, not in a line of Python: in a training loop often one that the "
        "Dataset uses, for pictures or meshes, and that does not bear the workers of a DataLoader.",
        "Try num_workers=0 first. If it works there, open files and such libraries inside of "
        '__getitem__, or write multiprocessing_context="spawn" in the DataLoader. If not, python '
        "-X faulthandler program.py shows the line: renew the library that it names, in a fresh "
        "environment.",
        None,
        recorded=(
            "**** EPOCH 000 ****\n   0%|          | 0/1500 [00:00<?, ?it/s]malloc_consolidate(): "
            "unaligned fastbin chunk detected",
            "double free or corruption (!prev)\nAborted (core dumped)",
        ),
        when=_nothing_else,
    ),
    Entry(
        "exit code 137 (interrupted by signal 9: SIGKILL)",
        "memory temporary",
        "The system ended the program: the memory was full, as a rule, or somebody ended it.",
        "Watch the memory while it runs. Compute with fewer numbers at a time: smaller batches, "
        "fewer workers of a DataLoader, and no list that keeps tensors of every step.",
        None,
        recorded=("Process finished with exit code 137 (interrupted by signal 9: SIGKILL)",),
        when=_nothing_else,
    ),
    Entry(
        (
            "exit code 132 (interrupted by signal 4: SIGILL)",
            "Illegal instruction (core dumped)",
            "illegal hardware instruction",
        ),
        "env",
        "The processor does not know an instruction of the program: as a rule it is older than "
        "this build of a package wants (AVX), or the package is for another kind of processor, as "
        "Intel's on a Mac with Apple's chip.",
        "python -X faulthandler program.py shows the line, and with it the package. Take an older "
        "release of it, or build it here.",
        None,
        recorded=("Process finished with exit code 132 (interrupted by signal 4: SIGILL)",),
        when=_nothing_else,
    ),
    Entry(
        (
            "module '{module:d2l}' has no attribute '{name:name}'",
            "cannot import name '{name:torch}' from '{module:d2l}'",
            "No module named 'd2l.{name:torch}'",
        ),
        "env",
        "What the book calls d2l is one part of that package: d2l.torch for PyTorch. The package "
        "itself, or another file or folder called d2l, has no {name}.",
        "Write from d2l import torch as d2l in place of import d2l. If that line fails, or is "
        "there, python -m pip show d2l names the installed release: the present text wants 1.0.3, "
        "python -m pip install d2l==1.0.3. A file d2l.py or a folder d2l beside the program hides "
        "it: rename it. Restart the kernel.",
        None,
        recorded=("AttributeError: module 'd2l' has no attribute 'set_figsize'",),
    ),
    Entry(
        (
            "module 'd2l.torch' has no attribute '{name:" + D2L_OLD + "}'",
            "cannot import name '{name:" + D2L_OLD + "}' from 'd2l.torch'",
        ),
        "",
        "{name} belongs to the book's former text and its package, d2l 0.17, and d2l 1.0 no longer "
        "has it.",
        "For that text, which is also the Chinese one, write python -m pip install d2l==0.17.6, "
        "and restart the kernel. It asks for an old numpy and pandas: on a Python newer than 3.9 "
        "add --no-deps, with matplotlib, pandas and requests installed. Or copy the function from "
        "the text, where it stands with #@save, into a cell, and call it without d2l. For d2l 1.0 "
        "take the chapter's present code.",
        None,
        recorded=("AttributeError: module 'd2l.torch' has no attribute 'train_ch3'",),
    ),
    Entry(
        (
            "module 'd2l.torch' has no attribute '{name:" + D2L_NEW + "}'",
            "cannot import name '{name:" + D2L_NEW + "}' from 'd2l.torch'",
        ),
        "",
        "{name} came with d2l 1.0, the package of the book's present text, and the installed d2l "
        "is older.",
        "Write python -m pip install d2l==1.0.3, and restart the kernel. It asks for an old numpy "
        "and others: where they do not install, as with Python 3.12, add --no-deps. Where d2l 0.17 "
        "has to stay follow the former text.",
        None,
        recorded=("AttributeError: module 'd2l.torch' has no attribute 'HyperParameters'",),
    ),
    Entry(
        (
            "module 'd2l.torch' has no attribute '{name:name}'",
            "cannot import name '{name:name}' from 'd2l.torch'",
        ),
        "",
        "The book's package d2l has changed from release to release, and the installed one has no "
        "{name}.",
        "python -m pip show d2l names the release. A text with d2l.Module and d2l.Trainer wants "
        "python -m pip install d2l==1.0.3, the former one with d2l.train_ch3 d2l==0.17.6; restart "
        "the kernel after it. What the text marks with #@save can also be run as a cell of your "
        "own, and be called without d2l.",
        None,
        recorded=("AttributeError: module 'd2l.torch' has no attribute 'show_heatmaps2'",),
    ),
)
