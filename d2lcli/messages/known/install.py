"""Installing: what Python does not find, and what does not fit together."""

from __future__ import annotations

import re
from contextlib import suppress

from ..entry import Entry, Found, Way
from .calls import by_library, frames, last_traceback, within_torch
from .ways import ways

PACKAGES = (
    "torchvision|torchaudio|torchtext|torchdata|torchinfo|torchsummaryX|torchsummary|torch_xla|"
    "torch_directml|torch_npu|torch_tensorrt|torchdiffeq|torch_optimizer|torcheval|torchrl|torchio|"
    "torchfile|intel_extension_for_pytorch|torchviz|torchmetrics|torch_geometric|pytorch_lightning|"
    "lightning|torchcodec|torchao|torch|numpy|matplotlib|d2l"
)
SHADOWED = "torch|torchvision|torchaudio|torchtext|torchmetrics|numpy|matplotlib|d2l"
# Add-ons in C++ and CUDA, which are built for one PyTorch.
ADD_ONS = (
    "torch-scatter|torch-sparse|torch-cluster|torch-spline-conv|pyg-lib|flash-attn|flash_attn|"
    "detectron2|pytorch3d|apex|xformers|mmcv-full|mmcv|torch_scatter|torch_sparse|torch_cluster|"
    "torch_spline_conv|pyg_lib|deepspeed|causal-conv1d|mamba-ssm"
)
# Functions that only MKL has.
OF_MKL = (
    "cblas_gemm_s8u8s32|cblas_gemm_s16s16s32|cblas_gemm_bf16bf16f32|cblas_gemm_f16f16f32|"
    "cblas_sgemm_batch|cblas_dgemm_batch|cblas_cgemm_batch|cblas_zgemm_batch|"
    "cblas_sgemm_batch_strided|mkl_sparse_d_create_csr|mkl_lapack_dsyevd|mkl_blas_dgemm"
)
# What follows libtorch in the names of PyTorch's own libraries: libtorchaudio is none of them.
OWN = re.compile(r"(?:_(?:cpu|cuda\w*|python|hip|xpu|global_deps))?\.")


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


def _too_long(found: Found) -> bool:
    """Whether pip failed at a file of PyTorch with a path that is too long for Windows."""
    path = found["path"].replace("\\\\", "\\")
    return (
        found.type in ("EnvironmentError", "OSError")
        and len(path) > 220
        and re.search(r"-packages\\(?:torch|caffe2)\\", path) is not None
    )


def _nothing_else(found: Found) -> bool:
    """Whether no error of Python stands there that would tell more."""
    return not found.type or found.type.endswith("Warning")


def _newer_numpy(found: Found) -> bool:
    """Whether NumPy 2 is there for certain, where 1 is wanted."""
    if "a" in found.fields:
        return found.number("a") < found.number("b")
    return "using NumPy 1.x cannot be run" in found.before or "version" in found.fields


def _older_numpy(found: Found) -> bool:
    """Whether an older NumPy is there for certain than was built for, or none."""
    if "a" in found.fields:
        return found.number("a") > found.number("b")
    told = found.before + found.fields.get("why", "")
    return (
        not found.fields.keys().isdisjoint({"old", "how"})
        or re.search("module compiled against|No module named 'numpy'", told) is not None
    )


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
# Where operations come from that are not an add-on's.
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
            "nn.init.xavier_normal_ nn.init.kaiming_uniform_ nn.init.kaiming_normal_ "
            "nn.init.normal_ nn.init.uniform_ nn.init.constant_ nn.init.eye_ nn.init.dirac_ "
            "nn.init.orthogonal_ nn.init.sparse_ utils.data.random_split utils.data.Subset "
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
    "torchvision.transforms.functional torchvision.__version__ torchaudio.__version__ "
    "torchaudio.transforms torchaudio.functional torchaudio.load torchaudio.save "
    "torchtext.__version__ torchtext.datasets"
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


def _not_linked(found: Found) -> bool:
    """Whether the linker did not find a library of CUDA."""
    return "lib" in found.fields or NOT_LINKED.search(found.before) is not None


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
    told = {"ended": package} if package == "torchtext" else {}
    if "bare" in found.fields and found.type == "ImportError":  # as Python 2 says it
        told["two"] = "2"
    elif package == "torch":
        told["built"] = "torch"
    return {"package": package, "wheel": package.replace("_", "-"), **told}


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


def _of_the_family(found: Found) -> bool:
    """Whether the part in C++ of a package of PyTorch's own makers was loaded."""
    return _compiled(found) in ("torchvision", "torchaudio", "torchtext", "torchcodec")


def _pyg(found: Found) -> dict[str, str]:
    """The add-on of torch_geometric that a message is about."""
    told = " ".join((*found.fields.values(), last_traceback(found), _title(found)))
    name = re.search(r"(?:torch| )_(scatter|sparse|cluster|spline_conv)\b", told)
    if name is None and "geometric" in told:
        return {"pyg": "torch_scatter torch_sparse torch_cluster"}
    return {"pyg": f"torch_{name[1]}"} if name else {}


def _torch_itself(found: Found) -> bool:
    """Whether import torch failed in its own __init__.py, or in what this calls of ctypes."""
    files = re.findall(r"[^\s\"']+\.py\b", last_traceback(found))
    files = [file for file in files if not re.search(r"ctypes[/\\]__init__\.py$", file)]
    return bool(files) and re.search(r"[/\\]torch[/\\]__init__\.py$", files[-1]) is not None


def _asked(found: Found) -> str:
    """What was asked for, with its package; "" where a bare name does not tell."""
    if "bare" in found.fields:
        return f"{BARE[found['bare']]}.{found['bare']}"
    if "last" not in found.fields:
        return _key(found)
    line = found.code.rpartition("\n")[2] or found.before.rstrip().rpartition("\n")[2]
    asked = re.search(
        rf"(?:from|import)\s+((?:torch|torchvision)\.(?:\w+\.)*{re.escape(found['last'])})\b", line
    )
    return asked[1] if asked else ""


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
    "torchvision": "2.8: 0.23; 2.1: 0.16; 2.0: 0.15; 1.13: 0.14; 1.7: 0.8; 1.4: 0.5; 1.1: 0.3",
    "torchaudio": "2.8: 2.8; 2.1: 2.1; 2.0: 2.0; 1.13: 0.13; 1.10: 0.10; 1.7: 0.7",
    "torchtext": "2.3: 0.18; 2.0: 0.15; 1.11: 0.12; 1.10: 0.11; 1.8: 0.9",
}


def _both(package: str) -> dict[str, str]:
    """What pip is to install: torchtext does not ask for the torch that it fits."""
    last = '"torch==2.3.*" "torchtext==0.18.*"'
    return {"both": last if package == "torchtext" else f"torch {package}"}


# Packages that ask for a certain torch.
NEIGHBOURS = (
    "torchvision|torchaudio|torchtext|torchdata|torchmetrics|fastai|pytorch-lightning|lightning|"
    "xformers|vllm|timm|accelerate|bitsandbytes|sentence-transformers|ultralytics|torch-geometric|"
    "d2l"
)


def _fbgemm(found: Found) -> bool:
    """Whether Windows names the library for numbers of 8 bits, or the one that goes with it."""
    return found.fields.get("file") in ("fbgemm", "shm")


def _family(found: Found) -> dict[str, str]:
    """What to install with torch, so that a package fits it; nothing where NumPy does not fit."""
    if found["wanted"] == "numpy":
        return {"release": found["which"]}
    if ".dev" in found["which"]:  # a release that PyPI does not have
        return {"nightly": found["name"]}
    beside = {"torchvision": "", "torchaudio": "", found["name"]: ""}
    return {"family": " ".join(("torch", *beside)), "release": found["which"]}


def _numbers(release: str) -> list[int]:
    return [int(part) for part in release.split(".")]


def _offered(found: Found) -> dict[str, str]:
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
    return {"wanted": wanted[1], "oldest": releases[0], "newest": releases[-1]}


def _wanted(found: Found) -> dict[str, str]:
    """What pip was asked for and found; whether it is no release, but a build from source."""
    source = re.match(r"\s*==\s*[\d.]+(a0)", found.fields.get("version", ""))
    told = {"odd": source[1]} if source else {}
    with suppress(KeyError):
        told |= _offered(found)
    return told


def _pinned(found: Found) -> dict[str, str]:
    """The release of torch in a command for pip."""
    wanted = re.search(r"\btorch==(\d+(?:\.\d+)*)", found["rest"])
    return {"wanted": wanted[1]} if wanted else {}


def _other_cuda(found: Found) -> dict[str, str]:
    """The package that was built for another CUDA, as pip calls it, and the folder of wheels."""
    package = found["name"].lower()
    told = {"package": package, **_pyg(found)}
    if package in PAIRS and re.fullmatch(r"\d+\.\d", found.fields.get("a", "")):
        told |= {"folder": "cu" + found["a"].replace(".", ""), "pairs": PAIRS[package]}
    return told


# Modules that Lightning has no more, and what to write in their place.
LIGHTNING = {
    "utilities.distributed": "from pytorch_lightning.utilities import rank_zero_only",
    "utilities.cloud_io": "torch.load(path) in place of its load",
    "loggers.base": "from pytorch_lightning.loggers import Logger",
    "callbacks.base": "from pytorch_lightning.callbacks import Callback",
    "plugins.training_type": "from pytorch_lightning.strategies import DDPStrategy",
    "metrics": "import torchmetrics",
    "core.decorators": "model(x.to(model.device)) in place of auto_move_data",
    "core.lightning": "from pytorch_lightning import LightningModule",
    "utilities.seed": "from pytorch_lightning import seed_everything",
}


def _of_lightning(found: Found) -> dict[str, str]:
    """A package as pip calls it, and what stands in the place of a module that is gone."""
    told = {"wheel": found["package"].replace("_", "-")}
    gone = [name for name in LIGHTNING if f"{found['name']}.".startswith(f"{name}.")]
    if gone and found["package"] == "pytorch_lightning" and "part" not in found.fields:
        told["instead"] = LIGHTNING[gone[0]]
    return told


def _by_lightning(found: Found) -> bool:
    """Whether the last frame of the traceback is a file of Lightning."""
    return re.search(r"lightning[^\n]*\.py\b(?![\s\S]*\.py\b)", found.before) is not None


# How a name that is not there is told of.
MISSING = (
    "module '{package:torch|torchvision|torchtext}.{part:name}' has no attribute '{name:name}'",
    "module '{package:torchvision|torchaudio|torchtext}' has no attribute '{name:name}'",
    "cannot import name '{name:name}' from '{package:torch|torchvision|torchtext}.{part:name}'",
    "cannot import name '{name:name}' from '{package:torch|torchvision|torchtext}'",
    "No module named '{package:torch|torchvision|torchtext}.{name:name}'",
)

PYG = (
    Way(
        "for torch_geometric",
        "Write python -m pip install -f https://data.pyg.org/whl/torch-2.4.0+cpu.html "
        "--force-reinstall --no-deps {pyg}, with the release and CUDA of torch.__version__ in the "
        "address.",
        lambda found: _pyg(found) != {},
    ),
)

RELEASES = ways("""
    python --version: Write conda create -n old python=3.8 for torch 1.4 to 2.4; 3.7 up to 1.13,
        3.11 from 2.0, 3.12 from 2.2.
    a 32-bit Python: Install a Python of 64 bits.
    +cpu, +cu, Windows: Add -f https://download.pytorch.org/whl/torch_stable.html, in
        requirements.txt as a line of its own.
""")

SHADOWS = ways("""
    your own: Rename it, remove __pycache__ beside it, and restart the kernel of a notebook.
    in site-packages: Write python -m pip install --force-reinstall {package}, or the like for conda
        where conda brought it.
    your file further up: Rename it where it is called as a module that {package} imports.
""")

FOUND_WAYS = ways("""
    python -c "import {package}" fails: Run the program, or setup.py, with the Python that has
        {package}, python3 as a rule, and without sudo; or install it there.
    that works: Install the release of {package} that the program names: this one has no {name}.
""")

PARTS = (
    Way(
        "a library's file asks",
        "Renew it and torch: python -m pip install -U torch torchvision torchaudio. For an older "
        "torch take the library of its time.",
        lambda found: _asking(found) != "",
    ),
    *ways("""
        the manual has it: Install a newer release, by python -m pip install -U torch
            torchvision for instance; a module may want an import of its own.
        the manual has none: See whether it is misspelt; else take what came in its place, or
            the release that the program names.
        yours is that release: Uninstall the package until pip and conda find none, and install
            it once.
    """),
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
        "",
        None,
        ways=(
            Way(
                "a file of torchvision",
                "Write python -m pip install -U torch torchvision.",
                lambda found: _asking(found) == "torchvision",
            ),
            *ways("""
                another library's file: Renew that library, or take the PyTorch that it was
                    written for.
                a file of your own: Write import collections.abc as container_abcs, from math
                    import inf, string_classes = (str, bytes), int_classes = int, and True for
                    PY3.
            """),
        ),
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
        "Releases of torchvision up to 0.14 had tables {name} with the addresses of the weights. "
        "Newer ones have an object for them.",
        "Write resnet50(weights=ResNet50_Weights.DEFAULT), which loads them, or "
        "ResNet50_Weights.DEFAULT.url for the address. An old program wants the torchvision of "
        "its time, such as 0.13 with PyTorch 1.12.",
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
        "Write import {whole} as a line of its own. An error of that line tells more.",
        None,
        ways=ways("""
            No module named '{board}': Write python -m pip install {board}, with the same python.
            No module named '{whole}': Write python -m pip install -U torch torchvision: it came
                with {since}.
            another error: Mend that error: it is the cause.
        """),
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
        (
            *MISSING,
            # Of a title that lost its end.
            "module '{package:torch}.{part:nn.init}' has no attribute '{name:xavier_uniform_|"
            "xavier_normal_|kaiming_uniform_|kaiming_normal_|orthogonal_|uniform_|constant_|normal_}",
            "cannot import name '{bare:" + "|".join(BARE) + "}'{rest:text}",
            "No module named {last:name}",
        ),
        "env",
        "{whole} came with {package} {since}.",
        "Print {package}.__version__.",
        None,
        ways=ways("""
            below {since}: Write python -m pip install -U torch torchvision, and restart the kernel
                of a notebook.
            pip finds none newer: Make an environment with a newer Python: conda create -n torch
                python=3.12.
            {since} or later: Restart the kernel. If the error stays uninstall it until neither pip
                nor conda finds it, and install it once.
            it has to stay: Take the program, or the library that asks, of its time.
        """),
        recorded=(
            "AttributeError: module 'torch.nn' has no attribute 'RMSNorm'",
            "ImportError: cannot import name 'mobilenet_v2' from 'torchvision.models'",
            "ModuleNotFoundError: No module named 'torch.utils.checkpoint'",
            "ImportError: cannot import name 'download_url_to_file'",
            "from torchvision.datasets.vision import VisionDataset ImportError: No module named "
            "vision",
        ),
        when=lambda found: (
            _asked(found) in NEWER
            and ("package" not in found.fields or _asking(found) in ("", found["package"]))
            and not found.fields.get("rest", "").startswith("from ")
        ),
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
            "cannot import name '{name:_overload_method|_overload|boolean_dispatch}",
        ),
        "env",
        "The torch that is installed has no {name} there: as a rule torchvision, or another "
        "library, was made for another release, or files of two releases are mixed.",
        "Write python -m pip uninstall torch torchvision until pip finds none, then python -m pip "
        "install torch torchvision, and restart the kernel of a notebook.",
        None,
        recorded=(
            "ImportError: cannot import name 'Optional' from 'torch.jit.annotations'",
            "ImportError: cannot import name '_overload'",
        ),
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
            "No module named '{name:pkg_resources}'",
            "No module named '{name:distutils}'",
            "module 'distutils' has no attribute '{name:version}'",
        ),
        "env",
        "This PyTorch takes {name} from setuptools or from Python, and newer releases of these do "
        "without it.",
        "Install a newer PyTorch: python -m pip install -U torch.",
        None,
        ways=(
            Way(
                "distutils.version",
                'Write python -m pip install "setuptools==59.5.0".',
                lambda found: found["name"] == "version",
            ),
            Way(
                "torch has to stay",
                'Write python -m pip install "setuptools<70", or for distutils below Python 3.12 '
                "sudo apt-get install python3-distutils.",
            ),
        ),
        recorded=(
            'File "/site-packages/torch/utils/cpp_extension.py", line 28, in <module>\n    from '
            "pkg_resources import packaging\nImportError: cannot import name 'packaging' from "
            "'pkg_resources' (/site-packages/pkg_resources/__init__.py)",
            'File "/site-packages/torch/utils/tensorboard/__init__.py", line 4, in <module>\n    '
            "LooseVersion = distutils.version.LooseVersion\nAttributeError: module 'distutils' "
            "has no attribute 'version'",
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
        "Restart Python, or the notebook's kernel.",
        None,
        ways=ways("""
            an error stands above it: Mend that one first.
            none stands above it: Install torch and the add-on anew, in a fresh environment.
        """),
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
            "Could not load libtorchcodec",
            "[end of libtorchcodec loading traceback]",
            "Could not find module '{path:text}{own:torchcodec}{rest:text}' (or one of its "
            "dependencies)",
            "Could not load this library: {path:text}{own:torchcodec}{rest:text}",
            "dlopen({path:text}{own:torchcodec}{rest:text}): Library not loaded: {file:text}",
            "dlopen({path:text}{own:torchcodec}{rest:text}): Symbol not found: {file:text}",
            "lib{library:av|sw|npp}{name:path}: cannot open shared object file",
        ),
        "env",
        "torchcodec cannot load its own part in C++. That needs FFmpeg's shared libraries, and the "
        "PyTorch that it was built for.",
        "",
        None,
        recorded=(
            "RuntimeError: Could not load libtorchcodec. Likely causes:\n          1. FFmpeg is "
            "not properly installed in your environment. We support\n             versions 4, 5, "
            "6 and 7.",
            "OSError: dlopen(/lib/python3.14/site-packages/torchcodec/libtorchcodec_core9.dylib, "
            "0x0006): Library not loaded: @rpath/libavutil.61.dylib",
        ),
        ways=(
            *ways("""
                no FFmpeg: Write conda install "ffmpeg<8" -c conda-forge, or apt install ffmpeg.
                Windows: Install its full-shared build, and copy the .dll files of its folder bin
                    beside torchcodec's.
            """),
            *ways(
                """
                a Mac: Write brew install ffmpeg, and set
                    DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib.
                it is there: Install torchcodec 0.9 for torch 2.9, 0.7 for 2.8, 0.5 for 2.7.
                """,
                lambda found: "file" in found.fields,
            ),
            *ways("""
                libnpp: Write python -m pip install nvidia-npp-cu12, or take the torchcodec for the
                    CPU.
            """),
        ),
        when=lambda found: (
            "library" not in found.fields or "torchcodec" in found.before + found.code
        ),
        command="env",
    ),
    Entry(
        (
            "dlopen({path:text}torch{rest:long}not valid for use in process",
            "dlopen({path:text}torch{rest:long}{:library load disallowed by system policy|Library "
            "load disallowed by System Policy|library load denied by system policy}",
            "dlopen({path:text}torch{rest:long}code signature invalid",
        ),
        "env",
        "macOS found a library of this environment, and does not load it: it does not take its "
        "signature here.",
        "",
        None,
        recorded=(
            "ImportError: dlopen(/lib/python3.7/site-packages/torch/_C.cpython-37m-darwin.so, 9): "
            "Library not loaded: @rpath/libmkl_core.dylib\n  Referenced from: /lib/python3.7/"
            "site-packages/torch/lib/libshm.dylib\n  Reason: no suitable image found.  Did find:"
            "\n\t/lib/libmkl_core.dylib: code signature in (/lib/libmkl_core.dylib) not valid for "
            "use in process using Library Validation: Library load disallowed by System Policy",
        ),
        ways=ways("""
            System Policy: Write xattr -dr com.apple.quarantine "$CONDA_PREFIX", or allow it in
                the settings, under Privacy & Security.
            Team IDs: Start it with a Python from conda or Homebrew.
            invalid: Reinstall torch, or write codesign --force --sign - with the file's path.
        """),
        command="env",
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
        'python -c "import platform; print(platform.machine())" names the processor of this '
        "Python.",
        None,
        ways=ways("""
            x86_64, on Apple's chip: Install another Python or conda, for arm64, and PyTorch in a
                fresh environment.
            that of your chip: Write python -m pip install --no-cache-dir --force-reinstall torch.
        """),
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
        "On a Mac import torch did not find a library that it uses.",
        "A line Library not loaded, if there is one, names the library.",
        None,
        ways=ways("""
            libomp: Write brew install libomp.
            libc++; torch 1.4 or 1.5: Write install_name_tool -add_rpath /usr/lib, with the path of
                torch/_C….so behind it, or install a newer release.
            another, or none: Write python -m pip install --no-cache-dir --force-reinstall torch, in
                a fresh environment.
        """),
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
        "NumPy or PyTorch computes by Intel's library, MKL, and a file of it cannot be loaded. It "
        "is {file}.",
        "In conda write conda install mkl intel-openmp, or take numpy and torch from pip in a "
        "fresh environment: python -m pip install numpy torch. All from one source is the rule.",
        None,
        recorded=("Intel MKL FATAL ERROR: Cannot load libmkl_avx2.so or libmkl_def.so.",),
        more=lambda found: {"file": found["file"].rstrip(".")},
        when=_nothing_else,
    ),
    Entry(
        (
            "[WinError {number:int}] {said:text}",
            "DLL load failed: {said:text}",
            "DLL load failed while importing {core:name}: {said:text}",
        ),
        "env",
        "Windows could not load a package's part in C++: as a rule it was built for another "
        "release of PyTorch, or for another CUDA. It is that of {package}.",
        "",
        None,
        ways=(
            *ways(
                """
                torch may change: Write python -m pip install --force-reinstall {both}, and
                    restart the kernel. {ended} ended with 0.18, which is for PyTorch 2.3.
                torch has to stay: Install the {package} of its time, for the CUDA that
                    torch.version.cuda names.
            """,
                _of_the_family,
            ),
            *PYG,
            Way(
                "another add-on",
                "Install or build it for torch.__version__ and torch.version.cuda.",
                lambda found: not _of_the_family(found) and not _pyg(found),
            ),
        ),
        recorded=(
            'File "C:\\Lib\\site-packages\\torchtext\\_extension.py", line 64, in <module>\n    '
            '_init_extension()\n  File "C:\\Lib\\site-packages\\torch\\_ops.py", line 1295, in '
            'load_library\n    ctypes.CDLL(path)\n  File "C:\\Lib\\ctypes\\__init__.py", line 376, '
            "in __init__\n    self._handle = _dlopen(self._name, mode)\nOSError: [WinError 127] "
            "The specified procedure could not be found",
            "from torchvision import _C ImportError: DLL load failed: The specified module could "
            "not be found",
            'File "C:\\Lib\\site-packages\\torch_scatter\\__init__.py", line 16, in <module>\n    '
            'torch.ops.load_library(spec.origin)\n  File "C:\\Lib\\site-packages\\torch\\_ops.py", '
            "line 1295, in load_library\n    ctypes.CDLL(path)\nOSError: [WinError 127] The "
            "specified procedure could not be found",
        ),
        when=lambda found: (
            found.fields.get("number", "127") in ("126", "127", "182", "1114")
            and (_of_the_family(found) or _compiled(found) in IN_CPP.split("|"))
        ),
        more=lambda found: {
            **({} if " " in _pyg(found).get("pyg", "") else {"package": _compiled(found)}),
            **({"ended": "torchtext"} if _compiled(found) == "torchtext" else {}),
            **_both(_compiled(found)),
            **_pyg(found),
        },
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
        "",
        None,
        ways=ways("""
            a Jetson, Ubuntu: Install it from NVIDIA's repository, in the release that the number
                behind .so names. On Ubuntu that is sudo apt-get install {apt}.
            torch from pip: Write python -m pip install --force-reinstall torch.
            it is installed: Put its folder into LD_LIBRARY_PATH: find / -name 'lib{library}*' shows
                it.
            import torch works: Write it before the import that fails, or take that package's build
                for your torch.
        """),
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
        "lib{library}{version}, a library of CUDA, is not found. It belongs to CUDA {cuda}.",
        "",
        None,
        ways=(
            *ways(
                """
                torch, on a Jetson: Take NVIDIA's torch for your JetPack, with its CUDA; a
                    container wants --runtime nvidia.
                torch, elsewhere: Write python -m pip install --force-reinstall torch
                    torchvision, which bring a CUDA of their own.
            """,
                _torch_itself,
            ),
            Way(
                "torchvision, torchaudio",
                "Install it in one go with torch, or take the release of that torch's time and "
                "CUDA.",
                _of_the_family,
            ),
            Way(
                "another add-on",
                "Write import torch before it, and install or build it for the CUDA that "
                "torch.version.cuda names.",
            ),
            Way(
                "that CUDA is there",
                "Put its folder, such as /usr/local/cuda/lib64, into LD_LIBRARY_PATH.",
                lambda found: _torch_itself(found) or _of_the_family(found),
            ),
        ),
        recorded=(
            'File "/lib/python3.6/site-packages/torch/__init__.py", line 81, in <module>\n    from '
            "torch._C import *\nImportError: libcudart.so.10.0: cannot open shared object file: No "
            "such file or directory",
            'File "/home/x/lib/python3.6/site-packages/torchvision/ops/boxes.py", line 2, in '
            "<module>\n    from torchvision import _C\nImportError: libcudart.so.9.0: cannot open "
            "shared object file: No such file or directory",
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
            "Could not find a version that satisfies the requirement {needed:path} (from {name:"
            "torch|torchvision|torchaudio}",
            "No matching distribution found for {needed:path}",
        ),
        "env",
        "pip found PyTorch, and not {needed}, which it needs, where it looked for it.",
        "",
        None,
        ways=ways("""
            an --index-url of yours: Write --extra-index-url in place of it, or install {needed}
                alone first, without it.
            an old pip: Write python -m pip install -U pip, and try again.
            neither: Take a Python that pytorch.org names.
        """),
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
            "cannot import name '{name:name}' from '{package:torch|torchvision|torchaudio}' "
            "(unknown location)",
            "cannot import name '{name:name}' from '{package:torch}.{part:name}' (unknown "
            "location)",
        ),
        "env",
        "Python found a folder of that name in place of the package: one of your own, or what an "
        "installation that broke off left behind. There is no {name} in it.",
        "python -c \"from importlib.util import find_spec; print(find_spec('{package}'))\", in "
        "the program's folder, shows what is taken.",
        None,
        ways=SHADOWS,
        recorded=("ImportError: cannot import name 'nn' from 'torch' (unknown location)",),
    ),
    Entry(
        "Could not import module '{name:name}'. Are this object's requirements defined correctly?",
        "env",
        "transformers could not load a part of itself. The error above this one tells why, and "
        "torchvision is named there: as a rule it does not fit torch.",
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
            "mmcv|_ext|selective_scan_cuda|causal_conv1d_cuda|torch_scatter|torch_sparse|"
            "torch_cluster|torch_spline_conv|pyg_lib}'",
            "cannot import name '_C' from '{name:detectron2|groundingdino|pytorch3d|torchvision}'",
            "cannot import name '{name:name}' from 'mmdet.{old:ops}.{:name}'",
            "cannot import name '{name:name}' from partially initialized module "
            "'mmdet.{old:ops}.{:name}'",
            "No module named 'mmdet.{old:ops}.{name:name}'",
            "packages that were not found in your environment: {name:flash_attn}",
            "FlashAttention2 has been toggled on, but it cannot be used due to the following error",
        ),
        "env",
        "An add-on in C++ or CUDA for PyTorch is missing, or was installed without its compiled "
        "part. It is {name}.",
        "",
        None,
        ways=(
            *PYG,
            Way(
                "torchvision",
                "Write python -m pip install --force-reinstall torch torchvision; where you build "
                "it do not start Python in its source folder.",
                lambda found: found["name"] == "torchvision",
            ),
            Way(
                "mmdet.ops",
                "Build it in the project's folder, python -m pip install -v -e ., where nvcc is "
                "found, or take mmdet 2 with the mmcv-full for your torch.",
                lambda found: "old" in found.fields,
            ),
            Way(
                "flash_attn",
                'Write attn_implementation="sdpa" in transformers, which does without.',
                lambda found: found["name"].startswith("flash"),
            ),
            *ways(
                """
                torch may change: Take a ready-made package, and the torch and CUDA that it is
                    for.
                torch has to stay: Build it where nvcc --version names the same CUDA as
                    torch.version.cuda.
            """,
                lambda found: not found["name"].startswith("torch"),
            ),
        ),
        more=_pyg,
        recorded=(
            "ModuleNotFoundError: No module named 'MultiScaleDeformableAttention'",
            "ModuleNotFoundError: No module named 'torch_scatter'",
            "ImportError: cannot import name 'deform_conv_cuda' from 'mmdet.ops.dcn' "
            "(/a/mmdet/ops/dcn/__init__.py)",
        ),
        when=lambda found: (
            "old" not in found.fields
            or re.search(r"_(?:cuda|ext|cpu)$|^compiling_info$", found["name"]) is not None
        ),
    ),
    Entry(
        "Requires Flash-Attention version {wanted:path} but got {got:name}",
        "env",
        "xformers takes only some releases of flash-attn, {wanted}, and {got} is installed.",
        "",
        None,
        ways=ways("""
            nothing else needs flash-attn: Write python -m pip uninstall flash-attn: xformers does
                without.
            both are needed: Install a flash-attn in that range, or a newer xformers with its torch.
            to try as it is: Set XFORMERS_IGNORE_FLASH_VERSION_CHECK=1 before the program starts.
        """),
        recorded=(
            "ImportError: Requires Flash-Attention version >=2.7.1,<=2.8.0 but got 2.8.0post2.",
        ),
        command="env",
    ),
    Entry(
        "name '_C' is not defined",
        "env",
        "A part in C++ was not loaded: PyTorch's own, or that of an add-on.",
        "",
        None,
        ways=(
            *ways(
                """
                torch/__init__.py at the end: Restart Python, or the notebook's kernel, and
                    write import torch alone: an error above this one is the one to mend.
                import torch fails again: Write python -m pip install --force-reinstall torch.
                    For PyTorch 1.0 write python -m pip install Cython, too.
            """,
                _torch_itself,
            ),
            Way(
                "an add-on at the end",
                "Install it again where nvcc is found, and read what the installation prints.",
            ),
        ),
        recorded=(
            "NameError: name '_C' is not defined",
            'File "/lib/site-packages/torch/__init__.py", line 197, in <module>\n    for name in '
            "dir(_C):\nNameError: name '_C' is not defined",
        ),
    ),
    Entry(
        (
            "__new__() missing 1 required positional argument: 'task'",
            "{kind:accuracy|auroc|average_precision|calibration_error|cohen_kappa|"
            "confusion_matrix|f1_score|fbeta_score|hamming_distance|jaccard_index|"
            "matthews_corrcoef|precision|precision_recall_curve|recall|roc|specificity|"
            "stat_scores}() missing 1 required positional argument: 'task'",
        ),
        "env",
        "torchmetrics wants to be told since 0.11 which kind of classification it is to judge.",
        "An old program runs with torchmetrics below 0.11.",
        None,
        ways=ways("""
            Accuracy, a class: Write torchmetrics.Accuracy(task="multiclass", num_classes=10), or
                task="binary".
            accuracy, a function: Write accuracy(out, y, task="multiclass", num_classes=10).
        """),
        recorded=(
            "TypeError: __new__() missing 1 required positional argument: 'task'",
            "TypeError: Accuracy.__new__() missing 1 required positional argument: 'task'",
            "TypeError: accuracy() missing 1 required positional argument: 'task'",
        ),
        when=lambda found: found.type == "TypeError",
    ),
    Entry(
        "When your inputs are multi-dimensional multi-class, you have to set the `mdmc_reduce` "
        "parameter",
        "",
        "torchmetrics below 0.11 got predictions and labels for several places of each sample, as "
        "for the pixels of a picture, and asks how to count them.",
        'To count all places alike write mdmc_average="global" in each metric, as in '
        'Accuracy(num_classes=10, mdmc_average="global"); StatScores calls it mdmc_reduce. From '
        '0.11 on it is torchmetrics.Accuracy(task="multiclass", num_classes=10), which counts so '
        "by itself.",
        None,
        recorded=(
            "ValueError: When your inputs are multi-dimensional multi-class, you have to set the "
            "`mdmc_reduce` parameter",
        ),
    ),
    Entry(
        (
            "The `preds` should be probabilities, but values were detected outside of [0,1] range",
            "`preds` should be probabilities, but values were detected outside of [0,1] range",
        ),
        "",
        "torchmetrics of that time takes whole numbers, the classes, or probabilities from 0 to 1, "
        "and got floats beyond them.",
        "",
        None,
        recorded=(
            "ValueError: The `preds` should be probabilities, but values were detected outside of "
            "[0,1] range.",
        ),
        ways=ways("""
            one number for each class: Hand over out.softmax(1), or out.argmax(1).
            one number for each sample: Hand over out.sigmoid().
        """),
    ),
    Entry(
        (
            "Either `preds` and `target` both should have the (same) shape (N, ...), or `target` "
            "should be (N, ...) and `preds` should be (N, C, ...)",
            "Detected more unique values in `{name:target|preds}` than",
        ),
        "",
        "torchmetrics compares predictions (N, …) or (N, classes, …) with classes (N, …), and the "
        "two do not go together so.",
        "Print preds.shape, target.shape, and target.unique().",
        None,
        recorded=(
            "RuntimeError: Detected more unique values in `target` than `num_classes`. Expected "
            "only 3 but found 4 in `target`.",
        ),
        ways=ways("""
            more values than classes: Give num_classes for all of them, and leave the one of empty
                pixels out: ignore_index=255.
            target holds ones and zeros: Hand over target.argmax(1).
            classes stand last in preds: Hand over preds.movedim(-1, 1).
        """),
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
        "torchaudio reads sound through another package, and found none that can do it here.",
        "",
        None,
        ways=ways("""
            torchaudio 2.9 or later: Write python -m pip install torchcodec, and install FFmpeg.
            an older one: Write python -m pip install soundfile, on Linux also python -m pip install
                sox, and start Python anew.
            one is installed: See that the path is right, and make it a wav file: ffmpeg -i a.mp3
                a.wav.
        """),
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
        "The library with which torchaudio reads sound cannot read this file: as a rule the path "
        "is wrong, the file is empty or damaged, or its kind is unknown to the library.",
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
        ("Failed to load audio from {path:path}", "Failed to fetch metadata from {path:path}"),
        "",
        "torchaudio could not read this file.",
        "Look whether the file is there, and how large it is.",
        None,
        ways=ways("""
            mp3, m4a and the like: Make it a wav file, ffmpeg -i a.mp3 a.wav. For mp3 torchaudio
                0.12 and 0.13 need FFmpeg 4; torchaudio 0.11 with torch 1.11 needs none.
            a newer torchaudio will do: Install a newer torchaudio and torch, in one go.
            one file of many: It is damaged: load it anew, or leave it out.
        """),
        recorded=(
            "RuntimeError: Failed to load audio from /data/tr/clips/common_voice_tr_17346025.mp3",
            'File "/lib/torchaudio/backend/sox_io_backend.py", line 9, in _fail_info\n    raise '
            'RuntimeError("Failed to fetch metadata from {}".format(filepath))\nRuntimeError: '
            "Failed to fetch metadata from a.mp3",
        ),
        when=lambda found: (
            "torchaudio" in found.before
            or (found.type == "RuntimeError" and re.search(r"\.\w+$", found["path"]) is not None)
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
            "module 'torchaudio' has no attribute '{name:load_wav}'",
            "cannot import name '{name:load_wav}' from 'torchaudio'",
            "module 'torchaudio.{:name}' has no attribute '{name:load_wav}'",
        ),
        "env",
        "torchaudio had {name} up to release 0.8.",
        "Write x, rate = torchaudio.load(path), whose numbers lie between -1 and 1. A program that "
        "reckons with whole numbers up to 32767 gets them from x * 2**15.",
        None,
        recorded=("AttributeError: module 'torchaudio' has no attribute 'load_wav'",),
    ),
    Entry(
        "{function:load|save|info}() got an unexpected keyword argument '{argument:backend}'",
        "env",
        "This {function} takes no backend. That of torchaudio does from release 2.1 on.",
        "Print torchaudio.__version__.",
        None,
        ways=ways("""
            your own line: Leave backend= out.
            a library's line asks: Install torch and torchaudio 2.1 or newer, in one go, or an older
                release of the library.
        """),
        recorded=("TypeError: load() got an unexpected keyword argument 'backend'",),
        when=lambda found: not found.code or "torchaudio" in found.before + found.code,
        command="env",
    ),
    Entry(
        (
            "module 'torchtext.data' has no attribute '{name:" + FIELDS + "}'",
            "cannot import name '{name:" + FIELDS + "}' from 'torchtext.data'",
            "cannot import name '{name:" + FIELDS + "|legacy}' from 'torchtext'",
            "module 'torchtext' has no attribute '{name:" + FIELDS + "|legacy}'",
            "cannot import name '{name:LabelField|TabularDataset|BPTTIterator|ReversibleField}'",
            "No module named 'torchtext.{name:legacy}{:'|.}",
        ),
        "env",
        "torchtext had Field, BucketIterator and their like in torchtext.data up to 0.8, in "
        "torchtext.legacy from 0.9 to 0.11, and has had none of them since 0.12.",
        "python -m pip show torchtext names the release.",
        None,
        ways=ways("""
            0.8 or older: Write from torchtext import data, datasets.
            0.9 to 0.11: Write from torchtext.legacy import data, datasets.
            0.12 or later, an old program: Take torchtext 0.8 with torch 1.7, or 0.9 with 1.8, in an
                environment with Python 3.8.
            0.12 or later, a new program: Use the datasets package and a DataLoader: torchtext is no
                longer developed.
        """)
        + ways(
            """
            a line of {asks}: Write python -m pip install -U {asks}, or, if nothing needs torchtext,
                python -m pip uninstall torchtext.
            """,
            _by_lightning,
        ),
        more=lambda found: {"asks": "pytorch-lightning"} if _by_lightning(found) else {},
        recorded=(
            "AttributeError: module 'torchtext.data' has no attribute 'Field'",
            'File "/site-packages/pytorch_lightning/utilities/apply_func.py", line 28, in '
            "<module>\n    from torchtext.data import Batch\nImportError: cannot import name "
            "'Batch' from 'torchtext.data' (/site-packages/torchtext/data/__init__.py)",
            "AttributeError: module 'torchtext' has no attribute 'legacy'",
            "ModuleNotFoundError: No module named 'torchtext.legacy'",
        ),
    ),
    Entry(
        "'{kind:Vocab}' object has no attribute '{name:freqs|stoi|itos}'",
        "",
        "The Vocab of torchtext had {name} before release 0.10, and has it no more; another class "
        "of that name may never have had it.",
        "",
        None,
        ways=ways("""
            stoi, itos: Write vocab.get_stoi(), vocab.get_itos() with torchtext.
            freqs: Count the words yourself: collections.Counter(words).
            the program is to stay as it is: Take the torchtext that it was written for, 0.6 as a
                rule, with the PyTorch of its time.
            a class of your own: print(vars(vocab).keys()) shows the names that it has.
        """),
        recorded=("AttributeError: 'Vocab' object has no attribute 'freqs'",),
        when=lambda found: not found.code or "torch" in found.before + found.code,
    ),
    Entry(
        "'{kind:Field|LabelField|TextMultiField|ReversibleField}' object has no attribute 'vocab'",
        "",
        "This {kind} of torchtext has no vocabulary: build_vocab makes it.",
        "Call it for every field that turns words into numbers, before the iterators are used.",
        None,
        ways=ways("""
            only for TEXT so far: Write LABEL.build_vocab(train_data), too.
            labels that are numbers: Write Field(sequential=False, use_vocab=False) for them.
            a trained model is loaded: Store TEXT.vocab with the model, and write TEXT.vocab = vocab
                after loading.
            a Field made twice: Use one Field for the data and for build_vocab.
        """),
        recorded=("AttributeError: 'Field' object has no attribute 'vocab'",),
    ),
    Entry(
        (
            "{kind:Vocab}.__init__() got an unexpected keyword argument '{argument:min_freq|"
            "max_size|specials|specials_first|vectors|unk_init}'",
            "__init__() got an unexpected keyword argument '{argument:min_freq|max_size|specials|"
            "specials_first|vectors|unk_init}'",
        ),
        "env",
        "Since torchtext 0.10 functions make a Vocab, and the class itself takes no {argument}.",
        "",
        None,
        ways=ways("""
            a Counter, a dictionary: Write v = torchtext.vocab.vocab(counter, min_freq=1), then
                v.insert_token("<unk>", 0) and v.set_default_index(0).
            texts as lists of words: Write v = torchtext.vocab.build_vocab_from_iterator(texts,
                min_freq=1, specials=["<unk>"]), then v.set_default_index(0).
            the program must stay: Install torchtext 0.9 with torch 1.8.
        """),
        recorded=(
            "TypeError: __init__() got an unexpected keyword argument 'min_freq'",
            "TypeError: Vocab.__init__() got an unexpected keyword argument 'specials'",
        ),
        when=lambda found: (
            re.search(r"\bVocab\(|torchtext", found.code + found.before) is not None
            or "kind" in found.fields
            or (found["argument"] == "min_freq" and not found.code)
        ),
    ),
    Entry(
        (
            "No module named 'torchtext.{name:name}'",
            "cannot import name '{name:name}' from 'torchtext.{module:name}'",
            "cannot import name '{name:name}' from 'torchtext'",
        ),
        "env",
        "Python found no {name} in the torchtext that is installed.",
        "Each torchtext is for one PyTorch: 0.18 for 2.3, 0.15 for 2.0, 0.12 for 1.11, 0.9 for "
        "1.8. Install both in one go, as the program names them, and start Python anew.",
        None,
        recorded=("ImportError: cannot import name 'get_asset_local_path' from 'torchtext.utils'",),
    ),
    Entry(
        "module '{package:torchvision|torchaudio|torchtext}' has no attribute '{name:name}'",
        "env",
        "The {package} that is imported has no {name}.",
        "Look {name} up in the documentation.",
        None,
        ways=PARTS,
        when=lambda found: _key(found) not in EVERY.split(),
        recorded=("AttributeError: module 'torchvision' has no attribute 'prototype'",),
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
        'python -c "import torch; print(torch.__version__)" shows whether it is there.',
        None,
        ways=ways("""
            torch came after the start: Restart the kernel of the notebook.
            that line fails: Write python -m pip install torch with the same python, and restart the
                kernel.
            it prints an old release: Write python -m pip install -U torch. On a Mac with Intel's
                processor 2.2.2 is the last: take an older transformers there.
        """),
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
        (
            "[WinError {:5|32}] {why:text}torch\\{file:text}",
            "[WinError {:5|32}] {why:text}~orch{file:text}",
        ),
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
            "ERROR: Could not install packages due to an OSError: [WinError 5] Access is denied: "
            "'c:\\envs\\kaggle\\lib\\site-packages\\~orch\\lib\\asmjit.dll'",
        ),
        when=lambda found: found["file"] != "",
    ),
    Entry(
        (
            "[Errno 13] Permission denied: '{path:quoted}'",
            "{setup:torch}{:long}error occurred while trying to add or remove files in the "
            "installation directory:{:text}[Errno 13] Permission denied: '{path:quoted}'",
        ),
        "env",
        "The installation writes to {path}, which this user may not change.",
        "",
        None,
        recorded=(
            "ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: "
            "'/usr/local/lib/python3.8/dist-packages/torch'",
            "$ cd pytorch/vision\n$ python setup.py install\nThe following error occurred while "
            "trying to add or remove files in the\ninstallation directory:\n\n    [Errno 13] "
            "Permission denied: '/usr/lib/python3.5/dist-packages/test-easy-install-1.write-test'",
        ),
        when=lambda found: (
            "setup" in found.fields
            or (
                not found.code
                and re.search(r"(?:site|dist)-packages", found["path"]) is not None
                and (
                    "-packages/torch" in found["path"]
                    or re.search(r"torch[^ ]*\s.*Could not install", found.before, re.DOTALL)
                    is not None
                )
            )
        ),
        ways=ways("""
            Linux, macOS: Write python -m venv env and source env/bin/activate, and install again
                there.
            no environment: Add --user behind install; sudo would change the system's Python.
        """),
        command="env",
    ),
    Entry(
        (
            "THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE{:long}{name:torch}",
            "{name:torch} has an invalid wheel",
            "Hash mismatch for '{name:torch|torchvision|torchaudio}==",
            "Hash mismatch for file '{name:torch|torchvision|torchaudio}-{:path}dist-info",
            "Hash for {name:torch|torchvision|torchaudio} ({:path}) from archive",
        ),
        "env",
        "The file that was loaded is not the one that was meant, or is not whole.",
        "",
        None,
        ways=ways("""
            the connection broke: Write python -m pip install --no-cache-dir torch, once more where
                that fails too.
            sums in your requirements: Make them anew: they, or a mirror, have another file.
            uv, Poetry: Write uv cache clean torch, or poetry cache clear --all ., and lock anew.
            wheel unpack, torch 1.7.0: Take 1.7.1: that file was made wrong.
        """),
        recorded=(
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have "
            "updated the package versions, please update the hashes.\n    torch from "
            "https://download.pytorch.org/whl/torch-2.0.0.whl:\n        Expected sha256 ab12",
            "Hash mismatch for file 'torch-1.7.0.dist-info/METADATA'",
            "Hash mismatch for `torch==2.9.0`",
        ),
    ),
    Entry(
        (
            "The following packages are not available from current channels:{:long}{name:pytorch|"
            "torchvision|torchaudio|torch}{:long}{bits:linux-32|win-32}",
            "The following specifications were found to be incompatible with each other:{:long}"
            "python={two:2.7}{:long}{name:pytorch|torchvision}",
            "{name:pytorch-cpu|pytorch|torchvision} -> python[version={:long}python={two:2.7}",
            "python={two:2.7}{:long}{name:pytorch-cpu|pytorch|torchvision} -> python[version=",
            "The following packages are not available from current channels:{:  - | - |  | }"
            "{name:pytorch-cuda|pytorch|torchvision|torchaudio|torch}",
            "The following specifications were found to be incompatible with each other:{:long}"
            "{name:pytorch|torchvision|torchaudio|cudatoolkit}",
            "The following packages are not available from current channels:{:  - | - |  | }"
            "{name:cudatoolkit|cudnn}{:long}conda.anaconda.org/{channel:pytorch}",
            "nothing provides {:text} needed by {name:pytorch-cuda|pytorch|torchvision|torchaudio}",
            "ResolvePackageNotFound: {:text}{name:pytorch-cuda|pytorch|torchvision|torchaudio|"
            "cudatoolkit}",
            "package {name:pytorch-cuda|pytorch|torchvision|torchaudio}-{version:path} requires "
            "{needed:text}, but none of the providers can be installed",
            "{:Dependency|Dependencies} missing in current {system:path} channels:{:text}{name:"
            "pytorch-cuda|pytorch|torchvision|torchaudio} {:text}-> {needed:text}",
        ),
        "env",
        "conda does not find {name} in the channels that it looked in, or none that goes with the "
        "rest of this environment, its Python and its CUDA.",
        "",
        None,
        ways=(
            Way(
                "python={two} in the list",
                "Make an environment with Python 3, or write python -m pip install torch==1.4.0 "
                "torchvision==0.5.0, the last for Python {two}, on Linux or a Mac.",
                lambda found: "two" in found.fields,
            ),
            Way(
                "linux-32, win-32",
                "Install Miniconda of 64 bits: PyTorch has nothing for 32.",
                lambda found: "bits" in found.fields,
            ),
            Way(
                "{name} from {channel}",
                "Leave {name} out, and write python -m pip install torch torchvision: it brings "
                "CUDA itself. By conda it is called pytorch-cuda from 11.6 on, with -c nvidia. "
                "Macs have no CUDA.",
                lambda found: "channel" in found.fields,
            ),
            *ways("""
                any release will do: Write conda create -n torch python=3.12, conda activate
                    torch, and python -m pip install torch torchvision.
                by conda alone: Write conda install -c conda-forge pytorch, or -c pytorch for a
                    release up to 2.5.
                an old release: Take a Python of its time: PyTorch's page of previous versions
                    has the lines.
            """),
        ),
        recorded=(
            "PackagesNotFoundError: The following packages are not available from\ncurrent "
            "channels:\n\npytorch=0.4.1\ncuda90\n\nCurrent channels:\n\n"
            "https://conda.anaconda.org/pytorch/linux-32",
            "UnsatisfiableError: The following specifications were found to be incompatible with "
            "each other:\n\nPackage pip conflicts for:\npython=2.7 -> pip\npytorch-cpu -> "
            "python[version='>=3.6,<3.7.0a0'] -> pip",
            "PackagesNotFoundError: The following packages are not available from current "
            "channels:\n\n  - pytorch-cuda=12.1",
            "UnsatisfiableError: The following specifications were found to be incompatible with "
            "each other:\n\nPackage pytorch conflicts for:\ntorchvision -> pytorch",
            "PackagesNotFoundError: The following packages are not available from current "
            "channels:\n\n  - cudatoolkit=11.7.0*\n\nCurrent channels:\n\n  - "
            "https://conda.anaconda.org/pytorch/linux-64",
            "PackageNotFoundError: Dependency missing in current osx-64 channels:\n  - pytorch -> "
            "mkl >=2018",
        ),
        when=lambda found: found["name"] != "",
    ),
    Entry(
        (
            "The current installed version of {:path} ({:path}) is {how:less|greater} than the "
            "{:minimum|maximum} required version by CUDA {cuda:text}",
            "unsupported GNU version! gcc versions later than {:int} are not "
            "supported{behind:text}",
        ),
        "env",
        "An add-on is being built, and nvcc of this CUDA does not take this compiler.",
        "Install a g++ in the range that the message names, and set CC and CXX to it: CC=gcc-11 "
        "CXX=g++-11, for instance. Or take a newer CUDA toolkit with the PyTorch for it.",
        None,
        recorded=(
            "RuntimeError: The current installed version of g++ (13.2.0) is greater than the "
            "maximum required version by CUDA 12.1. Please make sure to use an adequate version of "
            "g++ (>=6.0.0, <13.0).",
            "error: #error -- unsupported GNU version! gcc versions later than 11 are not "
            "supported!",
        ),
        # make builds others' programs, and PyTorch's with its name in the paths.
        when=lambda found: (
            re.search(r"\bmake(?:\[\d+\])?: \*\*\*(?!.*torch)", found.fields.get("behind", ""))
            is None
        ),
    ),
    Entry(
        (
            "unsupported Microsoft Visual Studio version! Only the versions between {versions:text}"
            " are supported",
            "Error checking compiler version for cl:",
            "MSVC is required to load C++ extensions",
            "Command '['where', 'cl']' returned non-zero exit status",
        ),
        "env",
        "An add-on in C++ or CUDA is being built, and Windows has no compiler of Microsoft that "
        "is found, or one that this CUDA does not take.",
        "",
        None,
        ways=(
            Way(
                "the message names years",
                "Install the Build Tools of Visual Studio of one of them, versions {versions}, "
                "with C++.",
                lambda found: "versions" in found.fields,
            ),
            *ways("""
                where cl finds nothing: Install the Build Tools of Visual Studio with C++, and
                    start from their x64 Native Tools Command Prompt.
                a codec can't decode a byte: Read on: it is a warning. If the build fails
                    install the English language pack of Visual Studio.
            """),
        ),
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
        "An add-on is being built for a GPU that this PyTorch does not know. It is {sm}.",
        "",
        None,
        ways=ways("""
            a newer GPU: Install a PyTorch for a later CUDA, and build with the CUDA toolkit of the
                same number. This GPU wants CUDA {cuda} or later.
            torch has to stay: Set TORCH_CUDA_ARCH_LIST to an older number that it knows,
                "{older}+PTX" for instance.
            TORCH_CUDA_ARCH_LIST is set: Write numbers such as 7.5;8.0 into it, or unset it.
        """),
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
            "ImportError: /home/me/.cache/torch_extensions/py38_cu113/fused/fused.so: cannot open "
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
        (
            "{name:" + NEIGHBOURS + "} {version:path} requires {wanted:torch|torchvision|"
            "torchaudio|numpy}{which:path}, but {:you have|you'll have} {got:text} which is "
            "incompatible",
            "{name:" + NEIGHBOURS + "} {version:path} has requirement {wanted:torch|torchvision|"
            "torchaudio|numpy}{which:path}, but you'll have {got:text} which is incompatible",
        ),
        "env",
        "{name} {version} asks for {wanted}{which}, and pip ends with {got}. It writes such a line "
        "for each package that does not fit any more.",
        "",
        None,
        ways=ways("""
            nightly releases: Install {nightly} alone, and pip takes the torch that it wants: python
                -m pip install -U --pre {nightly}, with the same -f or --index-url as before.
            any release will do: Write python -m pip install -U {family}, with the same --index-url
                as before for a build with CUDA.
            what you installed last: Write python -m pip install "{wanted}{release}" to go back, and
                give that package an environment of its own.
            {name} is not used: Write python -m pip uninstall {name}.
        """),
        recorded=(
            "ERROR: pip's dependency resolver does not currently take into account all the "
            "packages that are installed. This behaviour is the source of the following dependency "
            "conflicts.\ntorchvision 0.15.1 requires torch==2.0.0, but you have torch 2.0.1 which "
            "is incompatible.",
            "ERROR: torchvision 0.8.1 requires torch==1.7.0, but you'll have torch 1.7.1 which is "
            "incompatible.",
            "ERROR: torchvision 0.6.1+cu101 has requirement torch==1.5.1, but you'll have torch "
            "0.4.0 which is incompatible.",
            "ERROR: torchvision 0.7.0.dev20200610 has requirement torch==1.6.0.dev20200609, but "
            "you'll have torch 1.6.0.dev20200610 which is incompatible.",
        ),
        when=lambda found: (
            found["wanted"] != "numpy"
            or found["name"].startswith(("torch", "pytorch", "fastai", "lightning", "d2l"))
        ),
        more=_family,
    ),
    Entry(
        (
            "Cannot install {names:long} because these package versions have conflicting "
            "dependencies",
            "ResolutionImpossible: for help visit",
            "{name:" + NEIGHBOURS + "}{:few} depends on torch",
        ),
        "env",
        "No releases of these packages were found that go together.",
        "The lines with depends on, where there are some, name who wants what.",
        None,
        ways=ways("""
            torchvision, torchaudio: Name torch alone with a number, and let pip choose theirs, or
                take a pair: for torch {pairs}.
            torch==… in requirements.txt: Write torch>=1.10 in place of torch==1.10.0, or a release
                that the others know.
            a Python that is too new: Take one of the time of these releases: conda create -n old
                python=3.8.
            two programs: Give each an environment of its own.
        """),
        recorded=(
            "ERROR: Cannot install torch==1.10.0, torchvision==0.10.0 and torchvision==0.9.1 "
            "because these package versions have conflicting dependencies.\nERROR: "
            "ResolutionImpossible: for help visit https://pip.pypa.io/en/latest/topics",
            "  × No solution found when resolving dependencies:\n  ╰─▶ Because "
            "torchvision==0.15.1 depends on torch==2.0.0 and you require torch==2.1.0, we can "
            "conclude that your requirements are unsatisfiable.",
        ),
        when=lambda found: (
            "name" in found.fields
            or "torch" in found.fields.get("names", "") + found.before[-3000:]
        ),
        more=lambda _: {"pairs": PAIRS["torchvision"]},
    ),
    Entry(
        (
            "terminate called after throwing an instance of 'std::bad_alloc'",
            "std::bad_alloc",
        ),
        "env",
        "C++ asked for more memory than it gets: the computer's own is used up, or an add-on was "
        "built for another PyTorch.",
        "",
        None,
        ways=ways("""
            while an add-on is imported: Uninstall it, torch_scatter or torch_sparse for instance,
                and install it for torch.__version__.
            after a while: Look at free -h or the task manager, and take smaller batches or fewer
                workers.
        """),
        recorded=(
            'python -c "import torch_geometric"\nterminate called after throwing an instance of '
            "'std::bad_alloc'\n  what():  std::bad_alloc\nAborted (core dumped)",
        ),
        when=lambda found: "torch" in found.before + found.code,
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
        "A program that calls pip itself, as stable-diffusion-webui does, did not get its "
        "PyTorch. It asked for torch {wanted}.",
        "Read pip's own lines that begin with ERROR.",
        None,
        ways=ways("""
            no version, no distribution: Install the 64-bit Python that the program names, often
                3.10, remove its folder venv, and start it again.
            that Python is there: Bring the program up to date, so that it asks for a newer torch.
            another ERROR: Mend what it names, and start again.
        """),
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
        ("Windows Long Path support", "[Errno 2] No such file or directory: '{path:quoted}'"),
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
            "ERROR: Could not install packages due to an EnvironmentError: [Errno 2] No such file "
            "or directory: 'C:\\\\Users\\\\a\\\\AppData\\\\Local\\\\Packages\\\\"
            "PythonSoftwareFoundation.Python.3.7_qbz5n2kfra8p0\\\\LocalCache\\\\local-packages\\\\Python37\\\\site-packages"
            "\\\\caffe2\\\\python\\\\serialized_test\\\\data\\\\operator_test\\\\collect_and_distribute_"
            "fpn_rpn_proposals_op_test.test_collect_and_dist.zip'",
        ),
        when=lambda found: "path" not in found.fields or _too_long(found),
    ),
    Entry(
        (
            "No module named '{:pytorch|PyTorch|Pytorch|Torch|pyTorch}'",
            "No module named {:pytorch|PyTorch|Torch}",
        ),
        "env",
        "The package is called torch, in a program and for pip.",
        "Write import torch. If it is not installed, write python -m pip install torch in the "
        "environment that runs the program, a fresh one if it fails there.",
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
        "missing here or too old, or a file of yours hides it.",
        "Write python -m pip install -U tensorboard, with the same python that runs your program. "
        "A file tensorboard.py beside it wants another name.",
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
        (
            "No module named '{name:torch}'",
            "PyTorch is not found while {flag:CUDA_EXT|BUILD_EXT}=1",
        ),
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
            "pip install 'git+https://github.com/facebookresearch/detectron2.git'\n"
            "ModuleNotFoundError: No module named 'torch'",
            "ModuleNotFoundError: PyTorch is not found while CUDA_EXT=1. You need to install "
            "PyTorch first in order to build CUDA extensions",
        ),
        when=lambda found: (
            "flag" in found.fields
            or re.search(
                r"Getting requirements to build|Preparing metadata|subprocess-exited|build_meta\.py"
                r"|pip-build-env|egg_info|Running setup\.py|File \"(?:[^\"\n]*[/\\])?setup\.py\""
                rf"|\bpip3? install [^\n]*(?:git\+|{ADD_ONS})[^\n]*\s*\Z",
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
            f"No module named {{bare:{PACKAGES}}}{{rest:text}}",
            "No module named {typed:torch vision|torch audio|torch text}",
            "No module named '{typed:torch vision|torch audio|torch text}'",
        ),
        "env",
        "The Python that ran this does not have {package}: it is not installed, or only for "
        "another Python or in another environment.",
        "import sys; print(sys.executable) names that Python. Write python -m pip install {wheel} "
        "with it, even if another pip has it.",
        None,
        ways=ways("""
            conda: Write conda activate with the environment's name, then python, not python3 or
                sudo python.
            an editor: Choose the interpreter of the environment that has it.
            a notebook: Write %pip install {wheel} in a cell, or install jupyter in the environment
                that has it; restart the kernel.
            pip finds none: Make an environment with a 64-bit Python that it is made for: conda
                create -n torch python=3.12. {ended} ended with 0.18, which is for PyTorch 2.3.
            pip install: Add --no-build-isolation, so that the build sees {built}.
            a server, Docker: Name {wheel} in requirements.txt or setup.py.
            Python {two}: Run python3, or write pip{two} install torch==1.4.0.
        """),
        recorded=(
            "ModuleNotFoundError: No module named ‘torch’",
            "ImportError: No module named 'torchvision'",
            "ImportError: No module named torch",
        ),
        when=lambda found: re.match(r"\.?\w", found.fields.get("rest", "")) is None,
        more=_not_there,
    ),
    Entry(
        (
            "{:No module named 'tools.nnwrap'|torch-0.1.2.post}",
            "Command {errored:errored} out with exit status",
            "Running setup.py {:install|bdist_wheel|clean} for torch ... error",
            "Failed building wheel for {wheel:torch}",
            "PyTorch does not currently provide packages for PyPI",
            "You should install pytorch from http://pytorch.org",
            "package directory 'torch/cuda' does not exist",
            "failed with error code {:int} in {:path}pip-{:build|install}-{:name}/torch/",
        ),
        "env",
        "pip took an old file that only fails, in place of a PyTorch for this Python and this "
        "system.",
        "Write python -m pip install -U pip, and python -m pip install --no-cache-dir torch or "
        "the line of pytorch.org.",
        None,
        ways=(
            *RELEASES,
            *ways("""
                conda: Write conda install -c conda-forge pytorch.
                a Jetson: Take NVIDIA's wheels for your JetPack.
            """),
        ),
        recorded=(
            "ModuleNotFoundError: No module named 'tools.nnwrap'",
            "error: package directory 'torch/cuda' does not exist\n\n    "
            '----------------------------------------\nCommand "python setup.py egg_info" failed '
            "with error code 1 in /tmp/pip-build-fl4Xuy/torch/",
            "Collecting torch\n  Using cached torch-0.1.2.post2.tar.gz\n  Building wheel for torch "
            "(setup.py) ... error\n  ERROR: Command errored out with exit status 1:",
            "RuntimeError: PyTorch does not currently provide packages for PyPI (see status at "
            "https://github.com/pytorch/pytorch/issues/566).",
        ),
        when=lambda found: (
            found.fields.keys().isdisjoint({"errored", "wheel"}) or "torch-0.1.2" in found.before
        ),
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
        "A file of yours is called {package}.py, as a rule, or as a module that {package} "
        "imports, and Python took it in its place. It looked for {name}.",
        "python -c \"from importlib.util import find_spec; print(find_spec('{package}'))\", in "
        "the program's folder, shows what is taken.",
        None,
        ways=SHADOWS,
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
        MISSING,
        "env",
        "{whole} is in every release of {package}: Python found another {package}, or half of "
        "one, or took a file of yours for one that it imports.",
        "python -c \"from importlib.util import find_spec; print(find_spec('{package}'))\", in "
        "the program's folder, shows what is taken.",
        None,
        ways=SHADOWS,
        recorded=(
            "ImportError: No module named 'torchvision.datasets.mnist'",
            "ModuleNotFoundError: No module named 'torch.nn'",
            "AttributeError: module 'torchvision' has no attribute '__version__'",
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
        "Python found a torch without its part in C++, or with one for another Python or system.",
        "",
        None,
        ways=ways("""
            beside torch's source: Start Python in another folder, or rename the folder torch.
            copied, as for AWS Lambda: Install it anew on the system, and with the Python, that run
                it, in its Docker image for instance.
            installed here: Write python -m pip install --force-reinstall torch.
        """),
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
            "No module named 'lightning.{name:callbacks|loggers|trainer|strategies|plugins|"
            "profilers|tuner|core|cli}'",
            "No module named 'lightning.{name:callbacks|loggers|trainer|strategies|plugins|"
            "profilers|tuner|core|cli}.{part:name}'",
        ),
        "env",
        "What pytorch_lightning has lies below lightning.pytorch in the package lightning: "
        "lightning.pytorch.{name}.",
        "Write from lightning.pytorch.{name} import …, and import lightning.pytorch as pl.",
        None,
        recorded=("ModuleNotFoundError: No module named 'lightning.callbacks'",),
    ),
    Entry(
        "cannot import name '{name:LearningRateLogger}' from 'pytorch_lightning.callbacks'",
        "env",
        "Newer releases of Lightning have LearningRateMonitor in place of {name}.",
        "Write from pytorch_lightning.callbacks import LearningRateMonitor.",
        None,
        recorded=(
            "ImportError: cannot import name 'LearningRateLogger' from "
            "'pytorch_lightning.callbacks' (/lib/pytorch_lightning/callbacks/__init__.py)",
        ),
    ),
    Entry(
        (
            "No module named '{package:pytorch_lightning|lightning|torchmetrics}.{name:name}'",
            "cannot import name '{name:name}' from '{package:pytorch_lightning|lightning|"
            "torchmetrics}.{part:name}'",
            "cannot import name '{name:name}' from '{package:pytorch_lightning|lightning|"
            "torchmetrics}'",
            "module '{package:pytorch_lightning}' has no attribute '{name:metrics|TrainResult|"
            "EvalResult|data_loader|logging|profiler|lite|strategies|tuner}'",
        ),
        "env",
        "Python found no {name} in the {package} that is installed.",
        "python -m pip show {wheel} names the release, and its documentation what it has.",
        None,
        ways=ways("""
            a file of your own: Write {instead}.
            the manual has it: Write python -m pip install -U {wheel}.
            an old program: Install the release of its time: python -m pip install
                "pytorch-lightning<1.5", or "pytorch-lightning<2", "torchmetrics<0.11".
            a library's file asks: Renew that library, or take the {wheel} of its time.
        """),
        more=_of_lightning,
        recorded=(
            "ModuleNotFoundError: No module named 'pytorch_lightning.core.decorators'",
            "ModuleNotFoundError: No module named 'pytorch_lightning.utilities.distributed'",
            "AttributeError: module 'pytorch_lightning' has no attribute 'metrics'",
        ),
    ),
    Entry(
        "Expected a parent",
        "",
        "Lightning was given a model, a data module or a callback that is not of its own classes: "
        "lightning and pytorch_lightning do not know each other's.",
        "",
        None,
        ways=ways("""
            both are imported: Write import lightning.pytorch as pl everywhere, or import
                pytorch_lightning as pl everywhere.
            class Net(nn.Module): Write class Net(pl.LightningModule).
            a data class of your own: Write class Data(pl.LightningDataModule).
            a callback of a library: Renew that library, or import Lightning as it does.
        """),
        recorded=(
            'File "/lib/python3.7/site-packages/pytorch_lightning/utilities/model_helpers.py", '
            'line 45, in is_overridden\n    raise ValueError("Expected a parent")\n'
            "ValueError: Expected a parent",
        ),
        when=lambda found: "lightning" in found.before.lower(),
    ),
    Entry(
        (
            "setup() got an unexpected keyword argument '{name:stage}'",
            "setup() takes 1 positional argument but 2 were {how:given}",
        ),
        "",
        "Lightning hands a stage to setup, fit or test for instance, and this setup takes none.",
        "Write def setup(self, stage=None): in your LightningDataModule or LightningModule.",
        None,
        recorded=("TypeError: setup() got an unexpected keyword argument 'stage'",),
        when=lambda found: (
            "lightning" in found.before.lower() or ("name" in found.fields and not found.code)
        ),
    ),
    Entry(
        "__init__() got an unexpected keyword argument '{name:gpus|tpu_cores}'",
        "",
        "Nothing called {name} is taken here: the Trainer of Lightning, for one, has been without "
        "it since 2.0.",
        "",
        None,
        ways=ways("""
            gpus=1, gpus=[0]: Write accelerator="gpu", devices=1, or devices=[0], in its place.
            what there is: Write accelerator="auto" in its place.
            tpu_cores: Write accelerator="tpu", devices=8 in its place.
            an old program: Write python -m pip install "pytorch-lightning<2".
        """),
        recorded=(
            'File "a.py", line 3, in <module>\n    trainer = pl.Trainer(gpus=1)\n'
            "TypeError: __init__() got an unexpected keyword argument 'gpus'",
            "FAILED tests/test_trainer.py::test_trainer - TypeError: __init__() got an unexpected "
            "keyword argument 'gpus'",
        ),
        when=lambda found: (
            not found.code
            or re.search(r"trainer|lightning|\bpl\.", found.before + found.code, re.I) is not None
        ),
    ),
    Entry(
        "cannot import name '{name:name}' from 'torch.{:_C}'",
        "env",
        "torch's part in C++ has no {name}: what asks for it is of another release than what is "
        "loaded.",
        "",
        None,
        ways=ways("""
            torch was just installed: Restart the kernel of the notebook, or Python.
            a file of torch's asks: Uninstall torch until pip and conda find none, and install it
                once.
            a library's file asks: Renew it and torch: python -m pip install -U torch torchvision
                torchaudio. For an older torch take the library of its time.
        """),
        recorded=(
            "ImportError: cannot import name '_get_cpp_backtrace' from 'torch._C' (/a/torch/_C.so)",
        ),
    ),
    Entry(
        (
            "{python:path}: No module named {package:torch|torchvision}.{name:name}",
            "{python:path}: No module named '{package:torch|torchvision}.{name:name}'",
        ),
        "env",
        "{python} found no {package}.{name}: often it is another Python than the one that has "
        "{package}, or there is no {package} for it.",
        "",
        None,
        ways=FOUND_WAYS,
        recorded=("/usr/bin/python: No module named torch.distributed",),
        when=lambda found: (
            not found.type.endswith("Error")
            and re.search(r"python[\d.]*(?:\.exe)?$", found["python"]) is not None
        ),
    ),
    Entry(
        "No module named {package:torch|torchvision}.{name:name}",
        "env",
        "This Python found no {package}.{name}. Python 2, which writes the name without quotes, "
        "gives the whole of it only where {package} itself is missing.",
        "",
        None,
        ways=FOUND_WAYS,
        recorded=("ImportError: No module named torch.utils.cpp_extension",),
        when=lambda found: found.type == "ImportError",
    ),
    Entry(
        (
            "No module named 'torch.{name:name}'",
            "No module named torch.{name:name}",
            "cannot import name '{name:name}' from 'torch.{module:name}'",
            "cannot import name '{name:name}' from 'torch'",
            "cannot import name '{name:name}' from 'torchvision.{module:name}'",
            "No module named 'torchvision.{name:name}'",
            "No module named 'torchaudio.{name:name}'",
            "cannot import name '{name:name}' from 'torchaudio.{module:name}'",
            "cannot import name '{name:name}' from '{:torchvision|torchaudio}'",
        ),
        "env",
        "Python found no {name} where it was asked for.",
        "Look {name} up in the documentation.",
        None,
        ways=PARTS,
        recorded=(
            "ImportError: cannot import name 'DiskCache' from 'torch.utils'",
            "ModuleNotFoundError: No module named 'torch.utils.trainer'",
            "ModuleNotFoundError: No module named torch.distributed",
            '  File "/lib/python3.10/dist-packages/torchvision/_meta_registrations.py", line 4, in '
            "<module>\n    import torch._custom_ops\nModuleNotFoundError: No module named "
            "'torch._custom_ops'",
        ),
    ),
    Entry(
        (
            "A module that was compiled using NumPy 1.x cannot be run in NumPy {version:name}",
            "module compiled against {:ABI version|API version} {old:name} but this version of "
            "numpy is {b:name}",
            "Failed to initialize NumPy: module compiled against {old:text}",
            "PyTorch was compiled {how:without} NumPy support",
            "type object 'torch._C.{how:name}' has no attribute 'numpy'",
            "Failed to initialize NumPy: {why:text}",
            "Failed to initialize NumPy",
            "Numpy is not available",
            "numpy.core.multiarray failed to import",
            "_ARRAY_API not found",
            "numpy.dtype size changed, may indicate binary incompatibility. Expected {a:int} from "
            "C header, got {b:int} from PyObject",
        ),
        "env",
        "PyTorch, or another compiled package, cannot use NumPy here: it is not installed, or not "
        "one that the package was built for. NumPy {numpy} is installed.",
        'python -c "import numpy; print(numpy.__version__)" shows which it is.',
        None,
        ways=(
            Way(
                "2 or later",
                'Write python -m pip install "numpy<2", or python -m pip install -U torch: from '
                "2.3 on it knows NumPy 2.",
                _newer_numpy,
            ),
            Way(
                "1, or that line fails",
                "Write python -m pip install -U numpy with the same python; for a torch before "
                '2.3 "numpy<2".',
                _older_numpy,
            ),
            Way(
                "built by yourself",
                "Build it anew with NumPy installed.",
                lambda found: "how" in found.fields,
            ),
            Way(
                "another package",
                "Renew what the traceback names, such as opencv.",
                lambda found: "a" in found.fields or _newer_numpy(found),
            ),
            Way("it stays", "Uninstall NumPy until pip and conda find none, and install it again."),
        ),
        recorded=(
            "A module that was compiled using NumPy 1.x cannot be run in\nNumPy 2.0.0 as it may "
            "crash. To support both 1.x and 2.x\nversions of NumPy, modules must be compiled with "
            "NumPy 2.0.",
            "UserWarning: Failed to initialize NumPy: _ARRAY_API not found (Triggered internally "
            "at ../torch/csrc/utils/tensor_numpy.cpp:84.)",
            "a.py:3: UserWarning: Failed to initialize NumPy: module compiled against API version "
            "0x10 but this version of numpy is 0xd\nRuntimeError: Numpy is not available",
            "RuntimeError: PyTorch was compiled without NumPy support",
            "UserWarning: Failed to initialize NumPy: No module named 'numpy' (Triggered "
            "internally at ../torch/csrc/utils/tensor_numpy.cpp:84.)",
            "ImportError: numpy.core.multiarray failed to import",
            "ValueError: numpy.dtype size changed, may indicate binary incompatibility. Expected "
            "96 from C header, got 88 from PyObject",
            "ValueError: numpy.dtype size changed, may indicate binary incompatibility. Expected "
            "88 from C header, got 96 from PyObject",
        ),
        more=_version,
    ),
    Entry(
        "object __array__ method not producing an array",
        "env",
        "NumPy asked an object for its numbers, by __array__, and got no array of the NumPy that "
        "runs here. A tensor's comes from PyTorch, which may be built for another NumPy.",
        "",
        None,
        ways=ways("""
            a tensor, NumPy 2: Write python -m pip install "numpy<2", or python -m pip install -U
                torch, and restart the kernel.
            a tensor: Write x.detach().cpu().numpy() in place of np.array(x).
            a class of your own: Let __array__ return np.asarray(…), not a tensor.
        """),
        recorded=("ValueError: object __array__ method not producing an array",),
        when=lambda found: not by_library(found) or "torch" in found.before + found.code,
        command="env",
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
        'Backend "{name:sox_io|sox|soundfile|ffmpeg}" is not one of available backends: '
        "[{there:text}]",
        "env",
        "torchaudio reads sound through another package, its backend, and {name} is not there. "
        "There is [{there}].",
        "",
        None,
        ways=ways("""
            one is listed: Leave torchaudio.set_audio_backend out, or name that one; sox_io is not
                for Windows.
            none is listed: Write python -m pip install soundfile, and start Python anew.
        """),
        recorded=(
            "RuntimeError: Backend \"sox_io\" is not one of available backends: ['soundfile'].",
        ),
    ),
    Entry(
        (
            "{:path} requires module: torch{name:audio}._torchaudio",
            "torch{name:audio} C++ extension is not available",
        ),
        "env",
        "This torchaudio has no part in C++, so the backends sox and sox_io do not work, nor what "
        "else is written in C++.",
        "",
        None,
        ways=ways("""
            Windows: Write python -m pip install soundfile, and in an old release
                torchaudio.set_audio_backend("soundfile"); or python -m pip install -U torch
                torchaudio.
            Linux, a Mac: Write python -m pip install --force-reinstall torch torchaudio.
            built from source: Set BUILD_SOX=1, and build it anew with the torch that is installed.
        """),
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
        "Install the newest Visual C++ Redistributable (vc_redist.x64.exe from Microsoft).",
        None,
        ways=(
            Way(
                "it stays",
                "Install PyTorch in a fresh environment, all by pip or all by conda, and take "
                "other folders with libraries, such as Anaconda's Library\\bin, out of PATH.",
            ),
            Way("that fails, too", "Take a newer or older PyTorch, with the line of pytorch.org."),
        ),
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
        "{name:error in LoadLibraryA}",
        "env",
        "PyTorch could not load a library of its own while it computed on the GPU, "
        "caffe2_nvrtc.dll as a rule. That is known of PyTorch 1.4 on Windows with Python 3.8, "
        "where libraries are looked for in other places than before.",
        "Install a newer PyTorch: python -m pip install -U torch torchvision. Where the old one "
        "has to stay write import ctypes, and ctypes.cdll.LoadLibrary('caffe2_nvrtc.dll') after "
        "import torch, or take Python 3.7.",
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
            "Could not find module '{path:text}{file:caffe2_nvrtc}.dll'",
        ),
        "env",
        "Windows could not load a library of PyTorch, or one that it needs. The message names "
        "{file}.",
        "Install Visual C++, https://aka.ms/vs/17/release/vc_redist.x64.exe, and open a new "
        "terminal.",
        None,
        ways=(
            *ways(
                """
            {omp} is missing: Install the C++ tools of Visual Studio, which bring it, or put that
                file into C:\\Windows\\System32.
            fbgemm, shm: Write python -m pip install -U torch, or torch==2.2.2.
                """,
                _fbgemm,
            ),
            *ways("""
            no NVIDIA GPU: Take the PyTorch for the CPU: python -m pip install --force-reinstall
                torch --index-url https://download.pytorch.org/whl/cpu.
            torch before 1.0: Write python -m pip install numpy mkl intel-openmp.
            """),
            Way(
                "it stays",
                "Install PyTorch in a fresh environment, made by python -m venv or conda create.",
                _fbgemm,
            ),
        ),
        recorded=(
            'OSError: [WinError 126] 找不到指定的模块。 Error loading "D:\\Anaconda3\\lib\\'
            'site-packages\\torch\\lib\\fbgemm.dll" or one of its dependencies.',
            '  File "C:\\Python36\\lib\\site-packages\\torch\\__init__.py", line 80, in '
            "<module>\n    from torch._C import *\nImportError: DLL load failed: The specified "
            "module could not be found.",
            "from torch._C import * (ImportError: DLL load failed: The specified module could not "
            "be found.",
            'File "C:\\lib\\site-packages\\torch\\__init__.py", line 81, in <module>\n    '
            "ctypes.CDLL(dll)\nFileNotFoundError: Could not find module 'C:\\lib\\site-packages\\"
            "torch\\lib\\caffe2_nvrtc.dll'. Try using the full path with constructor syntax.",
            '  File "C:\\lib\\site-packages\\torch\\__init__.py", line 81, in <module>\n    '
            'ctypes.CDLL(dll)\n  File "C:\\lib\\ctypes\\__init__.py", line 364, in __init__\n    '
            "self._handle = _dlopen(self._name, mode)\nOSError: [WinError 126] The specified "
            "module could not be found",
        ),
        more=lambda found: {"omp": "libomp140.x86_64.dll"} if found["file"] == "fbgemm" else {},
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
            "version '{library:GLIBC_|GLIBCXX_|CXXABI_|GOMP_}{version:path}' not found{by:text}",
        ),
        "env",
        "The package was built with a newer library of C or C++ than the one that was found here, "
        "which has no {library}{version}.",
        "",
        None,
        ways=(
            Way(
                "GLIBC_",
                "Take an older release of the package, or build it here, or a newer system: that "
                "library is the system's own.",
                lambda found: found["library"] == "GLIBC_",
            ),
            Way(
                "GLIBCXX_, CXXABI_",
                "Install a newer libstdc++6, or write conda install -c conda-forge libstdcxx-ng, "
                "with that environment's folder lib first in LD_LIBRARY_PATH.",
                lambda found: found["library"] in ("GLIBCXX_", "CXXABI_"),
            ),
            Way(
                "GOMP_",
                "Import torch before other packages, or write conda install -c conda-forge "
                "libgomp.",
                lambda found: found["library"] == "GOMP_",
            ),
        ),
        recorded=(
            "ImportError: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.27' not found "
            "(required by /a/site-packages/torch/lib/libtorch_cpu.so)",
            "/envs/a/bin/../lib/libstdc++.so.6: version `GLIBCXX_3.4.29' not found",
        ),
        when=lambda found: (
            "path" in found.fields
            or "torch" in found.before + found.code
            or (
                found["library"] in ("GLIBCXX_", "CXXABI_")
                and not (found.code or "required by" in found["by"])
            )
        ),
    ),
    Entry(
        (
            "lib{part:torch|c10|caffe2}{lib:path}: undefined reference to '{symbol:long}@"
            "{library:GLIBC_|GLIBCXX_|CXXABI_}{version:name}",
            "undefined reference to '{symbol:long}@{library:GLIBC_|GLIBCXX_|CXXABI_}{version:name}",
        ),
        "env",
        "LibTorch was built with a newer library of C or C++ than the one that is linked here, "
        "which has no {library}{version}.",
        "",
        None,
        ways=(
            Way(
                "GLIBCXX_, CXXABI_",
                "Compile with a newer g++, 5 or later for CXXABI_1.3.8 and GLIBCXX_3.4.21, and "
                "keep folders with an older libstdc++.so out of the linker's way.",
                lambda found: found["library"] != "GLIBC_",
            ),
            Way(
                "GLIBC_",
                "Build on a newer system, or with an older LibTorch: that library is the system's "
                "own.",
                lambda found: found["library"] == "GLIBC_",
            ),
            Way(
                "the system has to stay",
                "Take an older LibTorch, one without cxx11-abi in the file's name, or build it "
                "there.",
                lambda found: "library" in found.fields,
            ),
        ),
        recorded=(
            "/a/libtorch/lib/libtorch_cpu.so: undefined reference to "
            "`__cxa_throw_bad_array_new_length@CXXABI_1.3.8'",
            "/a/libtorch/lib/libtorch_cpu.so: undefined reference to `expf@GLIBC_2.27'",
        ),
        when=lambda found: "part" in found.fields or "torch" in found.before,
    ),
    Entry(
        (
            "undefined reference to '{space:torch::|c10::|at::}{symbol:text}",
            'unresolved external symbol "{:text}{space:torch::|c10::|at::}{symbol:text}',
            'Undefined symbols for architecture {:name}: "{space:torch::|c10::|at::}{symbol:text}',
        ),
        "env",
        "The linker finds a function of LibTorch, of {space}, in none of the libraries that it was "
        "given.",
        "",
        None,
        ways=ways("""
            CMake: Write find_package(Torch REQUIRED), and hand what TORCH_LIBRARIES holds to
                target_link_libraries.
            without CMake: Add -ltorch -ltorch_cpu -lc10 behind your own files, with CUDA
                -ltorch_cuda too; on Windows link the .lib files.
            std::string in the name: Compile all with one -D_GLIBCXX_USE_CXX11_ABI, that of
                LibTorch: TORCH_CXX_FLAGS holds it in CMake.
            two releases: Take headers and libraries of one LibTorch.
        """),
        recorded=(
            'main.obj : error LNK2019: unresolved external symbol "__declspec(dllimport) public: '
            '__cdecl c10::Error::Error(struct c10::SourceLocation)" referenced in function main',
            'Undefined symbols for architecture arm64: "at::_ops::ones::call(c10::ArrayRef<long '
            'long>)", referenced from: _main in main.o',
            "main.cpp: undefined reference to `c10::Error::Error(c10::SourceLocation, std::string "
            "const&)'",
        ),
    ),
    Entry(
        "lib{name:gomp|openblas|mpi_cxx|mpi|numa|gfortran|omp}.so{version:text}: cannot open "
        "shared object file: No such file or directory",
        "env",
        "A library of the system is missing, which this build of PyTorch uses: lib{name}.",
        "Install it: apt install libgomp1 for libgomp, libopenblas-dev for libopenblas, "
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
        (
            "Error loading shared library {file:path} {:text}(needed by {by:text})",
            "Error relocating {by:path} {symbol:name}: symbol not found",
        ),
        "env",
        "This is Alpine Linux, or another with the C library musl, and something that this PyTorch "
        "needs is not there: pip's wheels of it are made for glibc.",
        "Take a system with glibc: in Docker python:3.12-slim in place of python:3.12-alpine.",
        None,
        recorded=(
            "from torch._C import *\nImportError: Error loading shared library "
            "ld-linux-x86-64.so.2: No such file or directory (needed by /usr/local/lib/python3.6/"
            "site-packages/torch/_C.cpython-36m-x86_64-linux-gnu.so)",
            "ImportError: Error relocating /usr/lib/python3.8/site-packages/torch/lib/"
            "libtorch_cpu.so: __memcpy_chk: symbol not found",
        ),
        when=lambda found: "torch" in found["by"],
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
        "libmkl_{file}, of Intel's library for matrices, is not found.",
        "",
        None,
        ways=ways("""
            conda: Write conda install mkl.
            Colab, a TPU: Write python -m pip install mkl, and put /usr/local/lib into
                LD_LIBRARY_PATH before Python starts.
            only the number differs: Make links in that folder: ln -s libmkl_core.so
                libmkl_core.so.1, and so on.
            any torch will do: Write python -m pip install --force-reinstall torch, which does
                without MKL beside it.
        """),
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
            "{path:path}: undefined symbol: {symbol:" + OF_MKL + "}",
            "undefined symbol: {symbol:" + OF_MKL + "}",
            "{path:path}libmkl_{file:path}: undefined symbol: {symbol:name}",
            "libmkl_{file:path}: undefined symbol: {symbol:name}",
            "dlopen({:text}): Symbol not found: {symbol:name} Referenced from: {path:text}"
            "{mkl:libmkl_}{file:path}",
            "Symbol not found: {symbol:name} Referenced from: {path:text}{mkl:libmkl_}{file:path}",
            "dlopen({path:text}): Symbol not found: {symbol:_mkl_serv_inspector_loaded}",
            "Symbol not found: {symbol:_mkl_serv_inspector_loaded}",
        ),
        "env",
        "MKL, Intel's library for matrices, has no {symbol}, which another library asks for: as a "
        "rule the two are of different releases.",
        "",
        None,
        ways=ways("""
            LD_LIBRARY_PATH is set: Put $CONDA_PREFIX/lib first in it, or take /opt/intel out; on a
                Mac DYLD_LIBRARY_PATH.
            iJIT_NotifyEvent: Write conda install "mkl<2024.1", which old builds of PyTorch want.
            other names, conda: Write conda install --force-reinstall mkl intel-openmp.
            it stays: Make a fresh environment, and write python -m pip install numpy torch, which
                bring their own.
        """),
        recorded=(
            "from torch._C import *\nImportError: /opt/intel/mkl/lib/libmkl_gf_lp64.so: undefined "
            "symbol: mkl_lapack_ao_zgetrf",
            "ImportError: /lib/python3.8/site-packages/torch/lib/libtorch_cpu.so: undefined "
            "symbol: iJIT_NotifyEvent",
            "ImportError: /lib/python3.7/site-packages/torch/lib/libmkldnn.so.0: undefined symbol: "
            "cblas_gemm_s8u8s32",
            "ImportError: dlopen(/lib/python3.7/site-packages/torch/_C.cpython-37m-darwin.so, 9): "
            "Symbol not found: _mkl_serv_inspector_loaded\n  Referenced from: /lib/python3.7/"
            "site-packages/torch/lib/../../../../libmkl_intel_thread.dylib\n  Expected in: flat "
            "namespace",
        ),
        when=lambda found: (
            "torch" in found.before + found.code + found.fields.get("path", "") or not found.code
        ),
    ),
    Entry(
        (
            "undefined symbol: {name:name}, version lib{library:cublas|cublasLt|cudnn|cusparse|"
            "cusolver|nvJitLink|nccl|cufft}.so",
            "lib{library:cublasLt|cublas|cusparse|cusolver|nvJitLink|nvrtc|cudnn}.so.{a:text} "
            "symbol {name:name}",
            "{path:path}libtorch_cuda{rest:path}: undefined symbol: {library:nccl|cudnn|cublasLt|"
            "cublas|cusparse|cusolver|cufft}{:few}",
            "{path:text}libtorch{file:path}: undefined symbol: {symbol:name}",
        ),
        "env",
        "A library of PyTorch's, or of CUDA's, asks for something that the library of CUDA which "
        "was found does not have: two releases of CUDA met.",
        "",
        None,
        ways=ways("""
            LD_LIBRARY_PATH is set: Write unset LD_LIBRARY_PATH, and try again.
            two channels in conda list: Take PyTorch from one, in a fresh environment: conda install
                -c pytorch pytorch, or python -m pip install torch.
            torch 1.13 from pip: Write python -m pip uninstall nvidia-cublas-cu11.
            no GPU is used: Take the build for the CPU: conda install -c conda-forge pytorch-cpu.
        """),
        recorded=(
            "OSError: /usr/lib/libcublas.so.11: undefined symbol: cublasLtGetStatusString, version "
            "libcublasLt.so.11",
            "ImportError: libnvJitLink.so.12: symbol __nvJitLinkAddData_12_1 version "
            "libnvJitLink.so.12 not defined in file libnvJitLink.so.12 with link time reference",
            "How to fix 'ImportError: /home/... .../lib/libtorch.so.1: undefined symbol: "
            "nvrtcGetProgramLogSize' in DGL?",
        ),
        when=lambda found: (
            "library" in found.fields
            or (
                OWN.match(found["file"]) is not None
                and re.match(
                    r"nvrtc|cu(?:da|dnn|blas|fft|rand|solver|sparse)?[A-Z]|nccl", found["symbol"]
                )
                is not None
            )
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
        (
            "{path:path}-packages/{package:torchvision|torchaudio|torchcodec|torchtext}/"
            "{file:path}: undefined symbol: {symbol:name}",
            "{path:path}- packages/{package:torchvision|torchaudio|torchcodec}/{file:path}: "
            "undefined symbol: {symbol:name}",
            "{path:path}_torch_{part:sox}{file:path}: undefined symbol: {symbol:name}",
        ),
        "env",
        "{package} asks for something that none of the loaded libraries has: as a rule it was "
        "built for another release of PyTorch, or for another build, with CUDA or without.",
        "",
        None,
        ways=ways("""
            torch may change: Write python -m pip install --force-reinstall {both}, and restart the
                kernel.
            torch has to stay: Install the {package} of its time with --no-deps. For torch {pairs}.
            a nightly torch: Take the nightly {package}, or build it here.
            fastai and its like: Install it in a fresh environment, without torch before it.
        """),
        recorded=(
            "ImportError: /home/me/lib/python3.9/site-packages/torchvision/_C.so: undefined "
            "symbol: _ZN3c106ivalue14ConstantString6createENSt7__cxx1112basic_stringIcSt11char",
            "ImportError: /dist-packages/_torch_sox.cpython-36m-x86_64-linux-gnu.so: undefined "
            "symbol: _ZN6caffe28TypeMeta21_typeMetaDataInstance",
            "OSError: /usr/local/lib/python3.7/dist-packages/torchtext/_torchtext.so: undefined "
            "symbol: _ZNK3c104Type14isSubtypeOfExtESt10shared_ptrIS0_EPSo",
        ),
        more=lambda found: {
            "package": found.fields.get("package", "torchaudio"),
            **_both(found.fields.get("package", "torchaudio")),
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
        "A package in C++ asks for PyTorch's own library lib{library}{file}, and it is not "
        "loaded. A PyTorch for the CPU has none with cuda in its name.",
        "Write import torch in the line before that import.",
        None,
        ways=ways("""
            that line fails: Write python -m pip uninstall torch until pip finds none, then python
                -m pip install torch.
            the message stays: Install the package for torch.__version__ and torch.version.cuda, or
                build it anew.
            no import torch helps: Put torch/lib, in site-packages, into LD_LIBRARY_PATH.
        """),
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
        "",
        None,
        ways=(
            *PYG,
            *ways("""
                an add-on, your extension: Uninstall it, remove its folder build, and install or
                    build it for torch.__version__ and torch.version.cuda.
                torch, torchvision: Take other CUDA folders out of LD_LIBRARY_PATH, and write
                    python -m pip install --force-reinstall torch torchvision.
            """),
        ),
        more=_pyg,
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
            "Symbol not found: {:(|}{symbol:name}",
        ),
        "env",
        "A library beside PyTorch cannot be loaded: as a rule it is missing, or belongs to another "
        "release, or to another kind of processor.",
        "",
        None,
        ways=ways("""
            torch, torchvision, torchaudio: Write python -m pip install --force-reinstall torch
                torchvision torchaudio, without what you do not use.
            conda, libmkl: Write conda install --force-reinstall mkl intel-openmp.
            an add-on, your extension: Install or build it for the installed torch.
            Apple's chip: Use a Python for arm64, in a fresh environment.
        """),
        recorded=(
            "ImportError: dlopen(/opt/lib/python3.9/site-packages/torch/_C.so, 0x0002): "
            "Library not "
            "loaded: @rpath/libopenblas.0.dylib",
            "Symbol not found: _torch_library_impl",
        ),
        when=lambda found: (
            "rest" in found.fields
            or BESIDE.search(found.fields.get("symbol", "").removeprefix("_")) is not None
            or "torch" in found.before + found.fields.get("path", "")
        ),
    ),
    Entry(
        "You are importing torchvision within its own root folder{rest:text}",
        "env",
        "Python took torchvision from the folder in which the program was started, and the "
        "compiled part of that copy is missing or does not load. It is a warning; operators such "
        "as nms fail.",
        "",
        None,
        ways=ways("""
            torchvision's source text: Start the program in another folder, or rename that one;
                write python -m pip install torch torchvision if none is installed.
            packed by PyInstaller: Pack torchvision's .so or .pyd files, too.
            all works: Leave it: it does no harm.
        """),
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
            "Detected that PyTorch and {name:name} were compiled with different CUDA {:major |"
            "minor |}versions. PyTorch has CUDA {:Version=|version }{a:path} {:and|whereas} "
            "{:name} has CUDA {:Version=|version }{b:name}. Please",
            "Detected that PyTorch and {name:name} were compiled with different CUDA {:major |"
            "minor |}versions",
        ),
        "env",
        "{package} was built for another CUDA than the PyTorch that is installed. PyTorch's is "
        "{a}, that of {package} is {b}.",
        "",
        None,
        ways=(
            *PYG,
            *ways(
                """
                torch may change: Write python -m pip install --force-reinstall torch {package},
                    with the same --index-url for both, or none; if it stays, in a fresh
                    environment.
                torch has to stay: Install the {package} of its time with --no-deps --index-url
                    https://download.pytorch.org/whl/{folder}. For torch {pairs}.
                a nightly torch: Install both with --pre, from the same address.
            """,
                lambda found: not _pyg(found),
            ),
        ),
        more=_other_cuda,
        recorded=(
            "RuntimeError: Detected that PyTorch and torchvision were compiled with different CUDA "
            "versions. PyTorch has CUDA Version=11.7 and torchvision has CUDA Version=11.8. Please "
            "reinstall the torchvision that matches your PyTorch install.",
            "RuntimeError: Detected that PyTorch and torchvision were compiled with different CUDA "
            "major versions. PyTorch has CUDA Version=11.8 and torchvision has CUDA Version=12.1. "
            "Please reinstall the torchvision that matches your PyTorch install.",
            "RuntimeError: Detected that PyTorch and TorchAudio were compiled with different CUDA "
            "versions. PyTorch has CUDA version 13.0 whereas TorchAudio has CUDA version 12.6. "
            "Please install the TorchAudio version that matches your PyTorch version.",
        ),
    ),
    Entry(
        "partially initialized module '{package:torchvision|torchaudio}' has no attribute "
        "'{part:extension|_extension|lib}'",
        "env",
        "{package} is imported once more after an import of it had failed in the same process: as "
        "a rule it does not fit the PyTorch that is installed.",
        "Restart Python, or the notebook's kernel, and write import {package} alone.",
        None,
        ways=ways("""
            that fails with an error: Write python -m pip install --force-reinstall torch {package},
                and restart again.
            torch has to stay: Install the {package} of its time with --no-deps. For torch {pairs}.
            nothing needs {package}: Write python -m pip uninstall {package}.
        """),
        more=lambda found: {"pairs": PAIRS[found["package"]]},
        recorded=(
            "AttributeError: partially initialized module 'torchvision' has no attribute "
            "'extension' (most likely due to a circular import)",
        ),
    ),
    Entry(
        (
            "operator torchvision::{:name} does not exist",
            "No such operator torchvision::{:name}",
            "Couldn't find any operator torchvision::{:name}",
            "Could not find schema for torchvision::{:name}",
            "Could not find the operator torchvision::{:name}",
            "Didn't find operator for torchvision::{:name}",
            "'_OpNamespace' 'torchvision' object has no attribute '{:name}'",
            "Couldn't load custom C++ ops. This can happen if your PyTorch and torchvision "
            "versions are incompatible",
            "PyTorch and torchvision versions are incompatible",
        ),
        "env",
        "torchvision's part in C++, which holds its operators, is not loaded: as a rule it was "
        "built for another release of PyTorch, or for another CUDA.",
        "",
        None,
        ways=ways("""
            torch may change: Write python -m pip install --force-reinstall torch torchvision, or
                the line of pytorch.org for a CUDA, and restart the kernel; if it stays, in a fresh
                environment.
            torch has to stay: Take the torchvision of its time and CUDA: 0.16 for torch 2.1, 0.15
                for 2.0, 0.14 for 1.13.
            a nightly torch: Install both with --pre, from the same address.
            torch.jit.load: Write import torchvision above it.
        """),
        recorded=(
            "RuntimeError: operator torchvision::nms does not exist",
            "RuntimeError: No such operator torchvision::roi_align",
            "RuntimeError: Didn't find operator for torchvision::nms. This could be because the "
            "operator doesn't exist or was omitted when the model was exported.",
            "RuntimeError: Couldn't load custom C++ ops. This can happen if your PyTorch and "
            "torchvision versions are incompatible",
        ),
    ),
    Entry(
        (
            "No such operator {package:name}::{name:name}",
            "'_OpNamespace' '{package:name}' object has no attribute '{name:name}'",
        ),
        "env",
        "torch.ops.{package}.{name} is an operation in C++, and nothing that is loaded has it.",
        "",
        "torch.ops.torch_sparse.ind2ptr",
        ways=(
            *ways("""
                its package is not imported: Import it above this line, or write
                    torch.ops.load_library(path).
                torch was renewed: Install that package anew, for torch.__version__, and restart
                    the kernel.
                sox of torchaudio: Leave it out: torchaudio 2.9 has none.
                an extension of your own: Compare the names with those in TORCH_LIBRARY.
            """),
            Way(
                "PyTorch's own, a library asks",
                "Take the release of torch that the library names, as a rule a newer one.",
                lambda found: found["package"] in ("aten", "prim", "prims", "c10d", "quantized"),
            ),
        ),
        recorded=("RuntimeError: No such operator torchaudio::sox_io_load_audio_file",),
        when=lambda found: found["package"] not in ("torchvision", "image", "video_reader"),
        command="env",
    ),
    Entry(
        (
            "Could not find a version that satisfies the requirement {name:torchvision|"
            "torchaudio|torchtext|torchcodec|torch}{version:text}(from versions: {versions:text})",
            "No matching distribution found for {name:torchvision|torchaudio|torchtext|"
            "torchcodec|torch}{version:text}",
            "Could not find a version that satisfies the requirement {name:torchvision|"
            "torchaudio|torch}{version:text}",
            "Because {:text}{name:torch|torchvision|torchaudio}{version:text} {:has|have} no "
            "wheels with a matching {tag:Python ABI tag|Python implementation tag|platform tag|"
            "Python version tag}",
            "Distribution '{name:torch|torchvision|torchaudio}=={release:path} @ {source:text}' "
            "can't be installed because it doesn't have a source distribution or wheel for the "
            "current platform",
            "we only found wheels for '{name:torch|torchvision|torchaudio}' (v{release:path})",
            "Unable to find installation candidates for {name:torch|torchvision|torchaudio} "
            "({release:path})",
            "but '{name:torch|torchvision|torchaudio}' (v{only:path}) only has wheels",
            "Because there is no version of {name:torchvision|torchaudio|torch}{version:text}+"
            "{build:name} and y",
            "Because there is no version of {name:torchvision|torchaudio|torch}{version:text} and "
            "y",
            "Because only {name:torchvision|torchaudio|torch}{version:text} is available and y",
        ),
        "env",
        "No {name} was found for this Python and this system, or not the release that was asked "
        "for. The oldest {name} that pip finds here is {oldest}, the newest {newest}, and "
        "{wanted} was asked for.",
        "",
        None,
        ways=(
            Way(
                "+{build} with uv",
                "Name PyTorch's index: uv add '{name}' --index pytorch=https://download.pytorch.org/"
                "whl/{build}. Macs have no +{build}: write the release alone there, by a marker, "
                "sys_platform.",
                lambda found: "build" in found.fields,
            ),
            Way(
                "{odd} in its number",
                "Write a release that pip lists behind from versions in place of it, as in "
                "requirements.txt: this one is a build from source, or NVIDIA's.",
                lambda found: "odd" in _wanted(found),
            ),
            *RELEASES,
            *ways("""
                a Python 3.13t: Write uv python pin 3.13; pytorch.org may have {only}.
                an --index-url: Leave it out, or take the line of pytorch.org.
                a Mac with Intel: Take torch 2.2.2 with Python 3.8 to 3.12.
                a Jetson: Take NVIDIA's wheels for your JetPack.
            """),
        ),
        more=_wanted,
        recorded=(
            "Looking in indexes: https://download.pytorch.org/whl/nightly/cu129\nERROR: Could not "
            "find a version that satisfies the requirement torchvision (from versions: none)\n"
            "ERROR: No matching distribution found for torchvision",
            "ERROR: Could not find a version that satisfies the requirement torch==1.5.0 (from "
            "versions: 2.0.0, 2.0.1)\nERROR: No matching distribution found for torch==1.5.0",
            "ERROR: No matching distribution found for torch==1.7.1+cu110",
            "  × No solution found when resolving dependencies:\n  ╰─▶ Because torch==1.8.1 has no "
            "wheels with a matching Python ABI tag (e.g., `cp313`) and you require torch==1.8.1, "
            "we can conclude that your requirements are unsatisfiable.",
            "  × No solution found when resolving dependencies:\n  ╰─▶ Because there is no "
            "version of torch==2.6.0+cpu and you require torch==2.6.0+cpu, we can conclude that "
            "your requirements are unsatisfiable.",
            "hint: You're on Linux (`manylinux_2_36_aarch64`), but `torch` (v2.6.0) only has "
            "wheels for the following platform: `macosx_11_0_arm64`",
            "error: Distribution `torch==2.2.2 @ registry+https://pypi.org/simple` can't be "
            "installed because it doesn't have a source distribution or wheel for the current "
            "platform",
        ),
        when=lambda found: re.match(r"[-\w]", found.fields.get("version", "")) is None,
    ),
    Entry(
        "Package {path:text}{name:torch-|torchvision-|torchaudio-}{file:path}.whl cannot be "
        "installed in the current environment",
        "env",
        "Poetry took a wheel that is for another system, processor or Python than those here. It "
        "is {name}{file}.",
        "",
        None,
        ways=ways("""
            url in pyproject.toml: Give each system a url of its own, with markers = "sys_platform
                == 'linux'" or 'darwin' beside it, and write poetry lock.
            any torch will do: Take the url out, and write poetry add torch.
            no url there: Write poetry lock on this machine, and poetry install.
        """),
        recorded=(
            "  RuntimeError\n\n  Package https://download.pytorch.org/whl/cu118/"
            "torch-2.0.1%2Bcu118-cp310-cp310-linux_x86_64.whl cannot be installed in the current "
            "environment {'implementation_name': 'cpython', 'sys_platform': 'darwin'}",
        ),
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
            re.match(r"[-\w]", found.fields.get("rest", "")) is None
            if "name" in found.fields
            else re.search(r"(?:for|packages:|Collecting) pytorch(?![-\w])", found.before[-4000:])
            is not None
        ),
    ),
    Entry(
        "{name:torch-|torchvision-|torchaudio-}{file:text}.whl is not a supported wheel on this "
        "platform",
        "env",
        "The file does not fit this Python, system or processor, as far as this pip knows: cp311 "
        "in its name is Python 3.11.",
        "",
        None,
        ways=(
            *ways("""
                any file will do: Let pip choose: python -m pip install torch torchvision. By conda
                    write conda install -c conda-forge pytorch torchvision.
                cp is not your Python's: Take the file for the number that python --version names.
                a 32-bit Python: Install a Python of 64 bits.
                an old pip: Write python -m pip install -U pip, and try again.
            """),
            *ways(
                """
                a file for {arm}: Take the one whose cp is the number that python --version names.
                getconf LONG_BIT prints 64: {arm} is for 32 bits: let pip choose, python -m
                    pip install torch torchvision.
                """,
                lambda found: "armv7l" in found["file"],
            ),
        ),
        more=lambda found: {"arm": "armv7l"} if "armv7l" in found["file"] else {},
        recorded=(
            "ERROR: torch-1.7.1+cu110-cp38-cp38-linux_x86_64.whl is not a supported wheel on this "
            "platform.",
            "ERROR: torchvision-0.5.0a0-cp37-cp37m-linux_armv7l.whl is not a supported wheel on "
            "this platform.",
        ),
    ),
    Entry(
        (
            "error: no matching function for call to 'collect_arguments({:text})'",
            'error: no instance of overloaded function "pybind11::detail::collect_arguments" '
            "matches the argument list",
        ),
        "env",
        "An extension is built, and the compiler does not get through the headers of pybind11, "
        "which PyTorch brings along: as a rule gcc and nvcc are of releases that do not go "
        "together.",
        "Take another gcc, such as 7 for CUDA 9.2 to 10.2, which has to be the first gcc in PATH, "
        "remove the folder build, and build anew. Or take the releases of PyTorch, CUDA and gcc "
        "that the extension names.",
        None,
        recorded=(
            "/lib/python3.6/site-packages/torch/include/pybind11/cast.h:2108:44: error: no "
            "matching function for call to 'collect_arguments(pybind11::object&, const "
            "pybind11::handle&)'",
        ),
        command="env",
    ),
    Entry(
        (
            "The detected CUDA version ({a:text}) mismatches the version that was used to compile "
            "PyTorch ({b:text})",
            "CUDA_HOME environment variable is not set",
            "CUDA_HOME is not found while {:CUDA_EXT|BUILD_EXT}=1",
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
            "[Errno 2] No such file or directory: 'ninja'",
        ),
        "env",
        "An add-on in C++ or CUDA is being built, and the program ninja is not found.",
        "Run python -m pip install ninja in the environment that builds. Without it setup.py "
        "builds too, only slower; torch.utils.cpp_extension.load needs it.",
        None,
        recorded=(
            "RuntimeError: Ninja is required to load C++ extensions",
            "FileNotFoundError: [Errno 2] No such file or directory: 'ninja': 'ninja'",
        ),
        when=lambda found: "meson" not in found.before + found.code,
    ),
    Entry(
        ("{name:ROCM_HOME} environment variable is not set", "{name:SYCL} runtime is not dected"),
        "env",
        "An add-on is being built for GPUs of AMD or Intel, and their compiler is not found. What "
        "is missing is {name}.",
        "",
        None,
        ways=ways("""
            AMD: Install ROCm with its tools for developers, and write export ROCM_HOME=/opt/rocm.
            Intel: Install oneAPI, run its setvars.sh, and python -m pip install intel-sycl-rt.
            neither is wanted: Print torch.version.hip and torch.version.xpu: both are None in a
                PyTorch for CUDA or the CPU.
        """),
        recorded=(
            "OSError: ROCM_HOME environment variable is not set. Please set it to your ROCm "
            "install root.",
            "OSError: SYCL runtime is not dected. Please setup the pytorch prerequisites for "
            "Intel GPU",
        ),
    ),
    Entry(
        "Your compiler ({name:path}) is not compatible with the compiler Pytorch was",
        "env",
        "An add-on is being built by {name}, and PyTorch was built by another compiler: g++ on "
        "Linux. This is a warning, and the building goes on.",
        "Install g++, and write export CXX=g++ before the command. An error further down has a "
        "cause of its own, as a rule.",
        None,
        recorded=(
            "Your compiler (c++) is not compatible with the compiler Pytorch was\nbuilt with for "
            "this platform, which is g++ on linux.",
        ),
    ),
    Entry(
        (
            "The detected CUDA version ({a:path}) has a minor version mismatch with the version "
            "that was used to compile PyTorch",
            "There are no {:path} version bounds defined for CUDA version",
        ),
        "env",
        "An add-on is being built, and its compiler and PyTorch are not of one release of CUDA, or "
        "PyTorch does not know which compilers that release takes. This is a warning.",
        "It does no harm as a rule: an error further down has a cause of its own.",
        None,
        recorded=(
            "UserWarning: The detected CUDA version (12.2) has a minor version mismatch with the "
            "version that was used to compile PyTorch (12.1). Most likely this shouldn't be a "
            "problem.",
            "UserWarning: There are no x86_64-linux-gnu-g++ version bounds defined for CUDA "
            "version 12.1",
        ),
    ),
    Entry(
        "No CUDA runtime is found, using CUDA_HOME='{home:quoted}'",
        "env",
        "The CUDA toolkit is in {home}, but PyTorch sees no GPU: torch.cuda.is_available() is "
        "False.",
        "",
        None,
        ways=ways("""
            torch.version.cuda is None: Install a PyTorch for CUDA: this one is for the CPU.
            nvidia-smi fails: Install the NVIDIA driver, and restart.
            a container, docker build: Start it with --gpus all. Building needs no GPU: set
                TORCH_CUDA_ARCH_LIST, such as 8.6, and FORCE_CUDA=1 where setup.py reads it.
            no such GPU here: It does no harm, as long as nothing is built for CUDA.
        """),
        recorded=("No CUDA runtime is found, using CUDA_HOME='/usr/local/cuda-10.2'",),
        command="env",
    ),
    Entry(
        (
            'By not providing "FindTorch.cmake" in CMAKE_MODULE_PATH',
            'Could not find a package configuration file provided by "Torch"',
            "TorchConfig.cmake torch-config.cmake",
        ),
        "env",
        "CMake does not find PyTorch for C++, libtorch: find_package(Torch) looks for its file "
        "TorchConfig.cmake.",
        "",
        None,
        ways=ways("""
            torch is in your Python: Write cmake -DCMAKE_PREFIX_PATH="$(python -c 'import torch;
                print(torch.utils.cmake_prefix_path)')" .. in an empty folder.
            libtorch was unpacked: Write cmake -DCMAKE_PREFIX_PATH=/full/path/libtorch .. there.
            neither: Install torch by pip, or take libtorch for C++ from pytorch.org.
        """),
        recorded=(
            'By not providing "FindTorch.cmake" in CMAKE_MODULE_PATH this project has asked CMake '
            'to find a package configuration file provided by "Torch", but CMake did not find one.',
        ),
    ),
    Entry(
        (
            "Failed to find nvToolsExt",
            "The link interface of target 'torch::nvtoolsext' contains: CUDA::nvToolsExt",
            "{ahead:text}CUDA::nvToolsExt{:'|} but the target was not found",
        ),
        "env",
        "This libtorch links nvToolsExt, a part of the CUDA toolkit that is not here: newer "
        "toolkits no longer have it.",
        "Take a newer libtorch or PyTorch, or the CUDA toolkit of its number. Then run CMake in an "
        "empty folder.",
        None,
        recorded=(
            "CMake Error at /x/Caffe2/public/cuda.cmake:70 (set_target_properties):\n  The link "
            'interface of target "torch::nvtoolsext" contains:\n\n    CUDA::nvToolsExt\n\n  but '
            "the target was not found.",
        ),
        when=lambda found: (
            "ahead" not in found.fields
            or re.search("[Tt]orch|[Cc]affe2", found["ahead"]) is not None
        ),
    ),
    Entry(
        (
            "Your installed Caffe2 version uses {name:CUDA|XPU} but I cannot find the",
            "{:PyTorch|Caffe2}: {name:CUDA} cannot be found. Depending on whether you are building",
        ),
        "env",
        "A program in C++ is built with a libtorch for {name}, and CMake does not find that "
        "toolkit here.",
        "",
        None,
        ways=ways("""
            a CUDA toolkit is there: Write export CUDA_HOME=/usr/local/cuda, and cmake
                -DCUDA_TOOLKIT_ROOT_DIR=$CUDA_HOME -DCMAKE_CUDA_COMPILER=$CUDA_HOME/bin/nvcc .. in
                an empty folder.
            there is none: Install the CUDA toolkit of libtorch's number; the driver is not enough.
            no GPU is wanted: Take the libtorch for the CPU from pytorch.org.
            Intel's GPUs (XPU): Run oneAPI's setvars.sh first.
        """),
        recorded=(
            "CMake Error at /x/Caffe2/Caffe2Config.cmake:90 (message):\n  Your installed "
            " Caffe2 version uses CUDA but I cannot find the CUDA\n  libraries.  Please "
            "set the proper CUDA prefixes and / or install CUDA.",
        ),
    ),
    Entry(
        (
            "'NoneType' object has no attribute '{name:format|replace|split|strip|splitlines}'",
            "unsupported operand type(s) for {name:+|+=|%}: 'NoneType' and",
        ),
        "env",
        "A library wants the text that describes a function, its __doc__, and there is none: "
        "python -OO leaves these texts out.",
        "Start Python without -OO, and unset PYTHONOPTIMIZE, or make it 1: -O alone keeps them.",
        None,
        recorded=(
            '  File "/x/site-packages/torch/nn/functional.py", line 2231, in <module>\n    '
            "embedding_bag.__doc__ = embedding_bag.__doc__.format(**reproducibility_notes)\n"
            "AttributeError: 'NoneType' object has no attribute 'format'",
        ),
        when=lambda found: "__doc__" in found.code.rpartition("\n")[2] and within_torch(found),
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
        when=lambda found: (
            found.type == "KeyError" and "extra_" in found.line + found.before[-200:]
        ),
    ),
    Entry(
        (
            "Error building extension '{name:quoted}'{:long}cannot find -l{lib:" + LINKED + "}",
            "Error building extension '{name:quoted}'",
            "Error compiling objects for extension",
            "Command '['ninja', '-v'{:text}]' returned non-zero exit status",
            "command '{:path}nvcc{:.exe|}' failed with exit {:status|code}",
            "ninja: build stopped: {ninja:subcommand} failed",
            "cannot find -l{lib:" + LINKED + "}",
            "LNK1181: cannot open input file '{lib:" + LINKED + "}.lib'",
        ),
        "env",
        "An add-on in C++ or CUDA is being built, and the compiler or the linker did not come to "
        "its end. The add-on is {name}.",
        "Read the first line with error: or cannot find, above the message or below.",
        None,
        ways=(
            Way(
                "cannot find -l…",
                "Install the CUDA toolkit that torch.version.cuda names, set CUDA_HOME to it, and "
                "LIBRARY_PATH to its lib64:lib64/stubs.",
                _not_linked,
            ),
            *ways("""
                in a file of yours: Write C++ strings in double quotes, the name in
                    PYBIND11_MODULE(name, m) in none.
                in headers: Match nvcc to torch.version.cuda, take an older gcc, or
                    torch/types.h for torch/extension.h in .cu files.
                in files of others: Take another release of the add-on, or a ready-made package.
                Killed: Set MAX_JOBS=2: memory was short.
            """),
        ),
        recorded=(
            "RuntimeError: Error compiling objects for extension",
            "RuntimeError: Error building extension 'segment_cumsum_cuda': [3/3] c++ a.o -lcudart "
            "-o a.so\nFAILED: a.so\n/usr/bin/ld: cannot find -lcudart\ncollect2: error: ld "
            "returned 1 exit status\nninja: build stopped: subcommand failed.",
        ),
        # ninja builds programs of all kinds.
        when=lambda found: (
            "name" in found.fields
            or {"ninja", "lib"}.isdisjoint(found.fields)
            or re.search(r"torch|nvcc|cuda|extension", found.before + found.code) is not None
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
        "In {module}.{part} there is nothing called {name}.",
        "Look {name} up in the documentation.",
        "from torch import nn\nnn.Attention(3)",
        ways=PARTS,
        when=lambda found: not found["part"].startswith("_"),
        recorded=("AttributeError: module 'torch.onnx' has no attribute 'symbolic_registry'",),
    ),
    Entry(
        "module '{package:torchvision|torchaudio|torchtext}.{part:name}' has no attribute "
        "'{name:name}'",
        "env",
        "{package}.{part} is an inner part of {package}, and what asks it for {name} was written "
        "for another release.",
        "",
        None,
        ways=ways("""
            a notebook, after pip install: Restart the kernel: old files are still loaded.
            in a file of {package}: Write python -m pip install --force-reinstall torch {package}.
            in a library's file: Renew that library, or take the {package} of its time.
        """),
        recorded=(
            "AttributeError: module 'torchaudio._internal.module_utils' has no attribute "
            "'requires_sox'",
        ),
        when=lambda found: found["part"].startswith("_"),
        command="env",
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
            "torch{:long}egmentation fault",
            "{:S|s}egmentation fault{: (core dumped)|:|} {:/usr/bin/|}python",
            "Fatal Python error: Segmentation fault",
            "received signal SIGSEGV, Segmentation fault{:long}torch",
            "{:exit|exit code|with code|return code} {:-1073741819|3221225477}",
            "(0xC0000005)",
            "Windows fatal exception: access violation",
            "exit code 139 (interrupted by signal 11: SIGSEGV)",
        ),
        "env",
        "The program touched memory that is not its own, and the system ended it. The fault is in "
        "a library in C++ or CUDA, or in how two of them fit.",
        "python -X faulthandler program.py shows the line.",
        None,
        ways=ways("""
            num_workers=0 helps: Open files, and libraries for pictures, inside of __getitem__, or
                stay with it.
            the CPU does it: Install the newest driver of your GPU, and send model, batch and loss
                to one device.
            import torch crashes: Install torch, torchvision and torchaudio in one go, in a fresh
                environment.
            another package's line: Renew that package, or import torch before it.
        """),
        recorded=(
            "Process finished with exit code -1073741819 (0xC0000005)",
            "zsh: segmentation fault  python train.py",
            ">>> import torch\nSegmentation fault (core dumped)",
            "/bin/bash: line 1: 12345 Segmentation fault (core dumped) python train.py",
            "Process finished with exit code 139 (interrupted by signal 11: SIGSEGV)",
        ),
        when=_nothing_else,
    ),
    Entry(
        (
            "(0xC00000FD)",
            "{:exit|exit code|with code|return code} {:-1073741571|3221225725}",
            "Windows fatal exception: stack overflow",
        ),
        "env",
        "Functions called each other so deep that the program's stack was full, and Windows ended "
        "it.",
        "python -X faulthandler program.py shows the line.",
        None,
        ways=ways("""
            num_workers=0 helps: Stay with it, or install a newer PyTorch.
            a function that calls itself: Write it as a loop, and leave sys.setrecursionlimit out.
            a loss kept over many steps: Write loss.item() or x.detach() for what is kept: the graph
                of all steps hangs on it.
        """),
        recorded=("Process finished with exit code -1073741571 (0xC00000FD)",),
        when=_nothing_else,
    ),
    Entry(
        (
            "(0xC0000409)",
            "{:exit|exit code|with code|return code} {:-1073740791|3221226505}",
            "exit code 134 (interrupted by signal 6: SIGABRT)",
        ),
        "env",
        "A library in C or C++ met an error, and ended the program itself.",
        "Start the program in a terminal, not in an editor: there the library's own message stands "
        "above this line. python -X faulthandler program.py shows the line.",
        None,
        ways=ways("""
            the CPU does it: Make the batch smaller, and install the newest driver of your GPU.
            num_workers=0 helps: Open files, and libraries for pictures, inside of __getitem__, or
                stay with it.
            it names OMP or libiomp5: Install torch and numpy from one source, in a fresh
                environment.
        """),
        recorded=(
            "Process finished with exit code -1073740791 (0xC0000409)",
            "Process finished with exit code 134 (interrupted by signal 6: SIGABRT)",
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
        "library in C or C++, not in a line of Python.",
        "python -X faulthandler program.py shows the line.",
        None,
        ways=ways("""
            two packages in C++: Import torch before the other, such as open3d or cv2, or after it;
                else run them in two programs, or build both here.
            num_workers=0 helps: Open files, and such libraries, inside of __getitem__, or write
                multiprocessing_context="spawn" in the DataLoader.
            another package's line: Renew it, in a fresh environment.
        """),
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
            "received signal SIGILL, Illegal instruction{:long}torch",
        ),
        "env",
        "The processor does not know an instruction of the program: as a rule it is older than "
        "this build of a package wants (AVX, or LSE on a Raspberry Pi 4), or the package is for "
        "another kind of processor, as Intel's on a Mac with Apple's chip.",
        "python -X faulthandler program.py shows the line, and with it the package. Take an older "
        "release of it, or build it here. On a Jetson, where import numpy or torch ends so, write "
        "export OPENBLAS_CORETYPE=ARMV8 first.",
        None,
        recorded=(
            "Process finished with exit code 132 (interrupted by signal 4: SIGILL)",
            "Program received signal SIGILL, Illegal instruction.\n0x0000007feb8c1450 in f () from "
            "/x/torch/lib/libarm_compute.so",
        ),
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
