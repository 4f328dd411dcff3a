"""Topic and voice of passages: trained with scikit-learn, evaluated with numpy."""

from .model import SectionModel, load, save
from .read import bundled_model, passage_words, read_topics
from .reading import Reading

__all__ = ["Reading", "SectionModel", "bundled_model", "load", "passage_words", "read_topics", "save"]
