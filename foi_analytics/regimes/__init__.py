"""The law as data."""

from .provisions import Provision, Regime, ancestors, provision, regime, regimes, section_of, with_number

__all__ = ["Provision", "Regime", "ancestors", "provision", "regime", "regimes", "section_of", "with_number"]
