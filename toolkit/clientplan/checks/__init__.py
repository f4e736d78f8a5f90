"""Rules over a plan: each finding is a sentence with its place and what to do. No score."""

from clientplan.checks import actions, identity, levels, objectives
from clientplan.checks.figures import Figures
from clientplan.checks.finding import Finding, Severity, located
from clientplan.checks.rule import Rule, registered
from clientplan.checks.running import run
from clientplan.checks.switches import switched_off

THEMES = (identity, objectives, levels, actions)  # imported, so that their rules are registered

__all__ = ["Figures", "Finding", "Rule", "Severity", "located", "registered", "run", "switched_off"]
