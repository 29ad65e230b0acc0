package graph

import "strings"

// modalVerb is the verb of a modality before an infinitive: "could", "intends to".
func modalVerb(m Modality, actor Noun, infinitive string) string {
	if m == Capability {
		return "could"
	}
	if m == Risk {
		return "may"
	}
	if !minded(actor, infinitive) {
		be := agreeing([]Noun{actor}, "is", "are")
		if m == Intent {
			return be + " intended to"
		}
		return be + " planned to"
	}
	if m == Intent {
		return agreeing([]Noun{actor}, "intends", "intend") + " to"
	}
	return agreeing([]Noun{actor}, "plans", "plan") + " to"
}

// modalInfinitive stands before an infinitive in "was found not to …".
func modalInfinitive(m Modality, actor Noun, infinitive string) string {
	minded := minded(actor, infinitive)
	switch {
	case m == Capability:
		return "be able to "
	case m == Risk:
		return "be liable to "
	case m == Intent && minded:
		return "intend to "
	case m == Intent:
		return "be intended to "
	case m == Plan && minded:
		return "plan to "
	case m == Plan:
		return "be planned to "
	default:
		return ""
	}
}

// minded says whether it is the actor that intends or plans: a thing does not, and of a state ("be listed on …") it is not said who
// does.
func minded(actor Noun, infinitive string) bool {
	return actors.Has(actor.Kind) && !strings.HasPrefix(infinitive, "be ")
}
