"""Machine translation by the services that deep-translator knows."""

from .patience import Patience
from .provider import Provider, find_provider, providers
from .service import translate

__all__ = ["Patience", "Provider", "find_provider", "providers", "translate"]
