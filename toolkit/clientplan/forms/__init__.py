"""Forms over a plan, for the guided notebooks. They hold no rules and no state: the plan file is the only truth.

A notebook opens the desk and lays forms on it:

    desk = forms.open_desk()
    forms.Header(desk)
    forms.IntentForm(desk)
"""

from clientplan.forms.actions import ActionsForm
from clientplan.forms.closer import ClientPanel
from clientplan.forms.collecting import CollectForm
from clientplan.forms.desk import Desk, open_desk
from clientplan.forms.effort import EffortForm
from clientplan.forms.frame import FrameForm
from clientplan.forms.guide import GuidePanel
from clientplan.forms.handout import HandoutForm
from clientplan.forms.header import Header
from clientplan.forms.history import HistoryPanel
from clientplan.forms.hours import HoursPanel
from clientplan.forms.intent import IntentForm
from clientplan.forms.objectives import ObjectivesForm
from clientplan.forms.overview import OverviewPanel
from clientplan.forms.people import PeopleForm
from clientplan.forms.phase import PhaseForm
from clientplan.forms.plans import PlansPanel
from clientplan.forms.preview import PreviewPanel
from clientplan.forms.printing import PrintForm
from clientplan.forms.progress import ActionsProgress
from clientplan.forms.proposition import PropositionForm
from clientplan.forms.readings import ReadingsForm
from clientplan.forms.results import ResultsPanel
from clientplan.forms.review import ReviewForm
from clientplan.forms.since import SinceReviewPanel
from clientplan.forms.spent import SpentPanel
from clientplan.forms.standings import StandingsPanel
from clientplan.forms.start import StartForm
from clientplan.forms.stops import StopsForm
from clientplan.forms.week import WeekPanel

__all__ = [
    "ActionsForm",
    "ActionsProgress",
    "ClientPanel",
    "CollectForm",
    "Desk",
    "EffortForm",
    "FrameForm",
    "GuidePanel",
    "HandoutForm",
    "Header",
    "HistoryPanel",
    "HoursPanel",
    "IntentForm",
    "ObjectivesForm",
    "OverviewPanel",
    "PeopleForm",
    "PhaseForm",
    "PlansPanel",
    "PreviewPanel",
    "PrintForm",
    "PropositionForm",
    "ReadingsForm",
    "ResultsPanel",
    "ReviewForm",
    "SinceReviewPanel",
    "SpentPanel",
    "StandingsPanel",
    "StartForm",
    "StopsForm",
    "WeekPanel",
    "open_desk",
]
