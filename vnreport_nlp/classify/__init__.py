"""Topic and voice of passages: trained with scikit-learn, evaluated with numpy."""

from .reading import Reading

__all__ = ["Reading"]
