package graph

import (
	"cmp"
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strings"
)

// The longest names, schemes and marks of identifiers, and qualifiers, in code points.
const (
	maxName      = 1000
	maxScheme    = 100
	maxMark      = 500
	maxQualifier = 1000
)

// The forms of values that are written in a standard's notation.
var (
	decimalForm  = regexp.MustCompile(`^-?[0-9]{1,30}(\.[0-9]{1,18})?$`)
	currencyForm = regexp.MustCompile(`^[A-Z]{3}$`)
	durationForm = regexp.MustCompile(
		`^P([0-9]+W|([0-9]+Y)?([0-9]+M)?([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+(\.[0-9]+)?S)?)?)$`)
	languageForm = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)
	scriptForm   = regexp.MustCompile(`^[A-Z][a-z]{3}$`)
)

// checkValue holds a value to the types of the row, and to the form of its type.
func (p *Predicate) checkValue(v Value) error {
	switch {
	case len(p.Values) == 0:
		return Invalid("value", string(v.Type()), fmt.Sprintf("none: %s takes an object of kind %s", p.Name, p.objectWords()))
	case !slices.Contains(p.Values, v.Type()):
		return Invalid("value", string(v.Type()), fmt.Sprintf("for %s one of %s", p.Name, joinAll(p.Values)))
	default:
		return checkValue(v)
	}
}

// checkValue holds a value to the form of its type.
func checkValue(v Value) error {
	switch v := v.(type) {
	case Quantity:
		return checkQuantity(v)
	case Money:
		return checkMoney(v)
	case OnDate:
		if v.Date.IsZero() {
			return Invalid("value.date", "", "a date in EDTF, such as 2024-06-20")
		}
	case Duration:
		return checkForm("value.iso", v.ISO, durationForm, v.ISO == "P" || strings.HasSuffix(v.ISO, "T"),
			"a duration in ISO 8601, such as P90D")
	case Text:
		return checkWords("value.wording", v.Wording, v.Language)
	case Identifier:
		return checkIdentifier(v)
	case Name:
		return checkName(v)
	case Provision:
		return checkProvision(v)
	case ClaimRef:
		return checkID("value.claim", "clm_", string(v.Claim))
	case Coordinates:
		return checkCoordinates(v)
	case Undisclosed:
		if v.By != "" {
			return checkID("value.by", "ent_", string(v.By))
		}
	default:
		return Invalid("value", fmt.Sprintf("%T", v), "a value of one of the types")
	}
	return nil
}

func checkForm(field, value string, form *regexp.Regexp, refused bool, want string) error {
	if refused || !form.MatchString(value) {
		return Invalid(field, value, want)
	}
	return nil
}

// checkRange checks two bounds of which at least one is given.
func checkRange(lo, hi Number) error {
	if lo == "" && hi == "" {
		return Invalid("value.min", "", "at least one of min and max")
	}
	for _, bound := range []struct {
		field string
		n     Number
	}{{"value.min", lo}, {"value.max", hi}} {
		if bound.n == "" {
			continue
		}
		if err := checkForm(bound.field, string(bound.n), decimalForm, false, "a decimal number, such as 270000 or 0.48"); err != nil {
			return err
		}
	}
	if lo != "" && hi != "" && lo.Rat().Cmp(hi.Rat()) > 0 {
		return Invalid("value.max", string(hi), "no less than min, which is "+string(lo))
	}
	return nil
}

func checkQuantity(v Quantity) error {
	if err := checkRange(v.Min, v.Max); err != nil {
		return err
	}
	if least := v.Min.Rat(); least != nil && least.Sign() < 0 {
		return Invalid("value.min", string(v.Min), "0 or more")
	}
	if most := v.Max.Rat(); most != nil && most.Sign() < 0 {
		return Invalid("value.max", string(v.Max), "0 or more")
	}
	return nil
}

func checkMoney(v Money) error {
	if err := checkRange(v.Min, v.Max); err != nil {
		return err
	}
	return checkForm("value.currency", v.Currency, currencyForm, false, "three capital letters of ISO 4217, such as USD")
}

// checkWords checks a text that somebody wrote in a language, which may be unknown.
func checkWords(field, words, language string) error {
	if strings.TrimSpace(words) == "" {
		return Invalid(field, words, "some words")
	}
	if language == "" {
		return nil
	}
	return checkForm("value.language", language, languageForm, false, "a BCP 47 tag, such as en")
}

func checkIdentifier(v Identifier) error {
	if strings.TrimSpace(v.Scheme) == "" {
		return Invalid("value.scheme", v.Scheme, "the register that gave it, such as LEI")
	}
	if strings.TrimSpace(v.Value) == "" {
		return Invalid("value.value", v.Value, "the mark that the register gave")
	}
	return cmp.Or(checkLength("value.scheme", v.Scheme, maxScheme), checkLength("value.value", v.Value, maxMark))
}

func checkName(v Name) error {
	if err := checkWords("value.text", v.Text, v.Language); err != nil {
		return err
	}
	if err := checkLength("value.text", v.Text, maxName); err != nil {
		return err
	}
	if !slices.Contains(nameStrengths(), v.Strength) {
		return Invalid("value.strength", string(v.Strength), "one of "+joinAll(nameStrengths()))
	}
	if v.Script == "" {
		return nil
	}
	return checkForm("value.script", v.Script, scriptForm, false, "four letters of ISO 15924, such as Cyrl")
}

func checkProvision(v Provision) error {
	effects := []Effect{Prohibits, Permits, Requires, Recommends, Penalises, Exempts}
	if !slices.Contains(effects, v.Effect) {
		return Invalid("value.effect", string(v.Effect), "one of "+joinAll(effects))
	}
	if strings.TrimSpace(v.Act) == "" {
		return Invalid("value.act", v.Act, "the act, such as resale")
	}
	return nil
}

func checkCoordinates(v Coordinates) error {
	for _, c := range []struct {
		field string
		n     Number
		most  int64
	}{{"value.latitude", v.Latitude, 90}, {"value.longitude", v.Longitude, 180}} {
		most := new(big.Rat).SetInt64(c.most)
		if !decimalForm.MatchString(string(c.n)) || new(big.Rat).Abs(c.n.Rat()).Cmp(most) > 0 {
			return Invalid(c.field, string(c.n), fmt.Sprintf("decimal degrees from -%d to %d", c.most, c.most))
		}
	}
	return nil
}
