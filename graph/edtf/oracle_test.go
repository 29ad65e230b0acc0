package edtf_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph/edtf"
)

// The grammar as regular expressions, written from the specification and sharing no code with the parser.
// They accept days that no calendar has; realDays sorts those out.
const (
	datePattern = `(?:` +
		`-?\d{4}(?:-(?:0[1-9]|1[0-2]|2[1-4]))?` + // year, month, season
		`|-?\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])` + // day
		`|-?\d{2}XX|-?\d{3}X` + // century, decade
		`|-?\d{4}-XX(?:-XX)?|-?\d{4}-(?:0[1-9]|1[0-2])-XX` + // unspecified month or day
		`|Y-?[1-9]\d{4,11}` + // long year
		`)[?~%]?`
	yearlessPattern = `XXXX-(?:0[1-9]|1[0-2]|2[1-4]|(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))[?~%]?`
	timePattern     = `-?\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d` +
		`(?:Z|\+(?:0\d|1[0-3])(?::[0-5]\d)?|\+14(?::00)?|-(?:0[1-9]|1[01])(?::[0-5]\d)?|-12(?::00)?|-00:(?:0[1-9]|[1-5]\d))?`
	elementPattern = `(?:` + datePattern + `(?:\.\.` + datePattern + `)?)`
	setPattern     = `\[(?:` + datePattern + `\.\.|(?:\.\.` + datePattern + `|` + elementPattern + `)` +
		`(?:,` + elementPattern + `)*(?:,` + datePattern + `\.\.)?)\]`
)

var (
	oracleDate = regexp.MustCompile(`^(?:` + datePattern + `|` + yearlessPattern + `|` + timePattern + `|` +
		setPattern + `)$`)
	oracleRange    = regexp.MustCompile(`(` + datePattern + `)\.\.(` + datePattern + `)`)
	oracleDay      = regexp.MustCompile(`(-?\d{4}|XXXX)-(\d\d)-(\d\d)`)
	oracleHuge     = regexp.MustCompile(`Y-?\d{7}`) // years whose days are cut off, which the oracle cannot order
	oracleYearZero = regexp.MustCompile(`(^|[\[,.])-0000`)
)

// oracleAccepts judges one date or set. For the order of a range it trusts days, which have oracles of their own.
func oracleAccepts(text string) bool {
	if !oracleDate.MatchString(text) || oracleYearZero.MatchString(text) {
		return false
	}
	for _, m := range oracleDay.FindAllStringSubmatch(text, -1) {
		if !realDay(m[1], m[2], m[3]) {
			return false
		}
	}
	for _, m := range oracleRange.FindAllStringSubmatch(text, -1) {
		if edtf.MustDate(m[2]).Latest() < edtf.MustDate(m[1]).Earliest() {
			return false
		}
	}
	return true
}

func realDay(year, month, day string) bool {
	if year == "XXXX" {
		year = "2000"
	}
	y, errYear := strconv.Atoi(year)
	m, errMonth := strconv.Atoi(month)
	d, errDay := strconv.Atoi(day)
	return errYear == nil && errMonth == nil && errDay == nil && d <= daysIn(y, m)
}

// editedTexts are accepted dates with a few characters changed, added or taken away.
var editedTexts = rapid.Custom(func(t *rapid.T) string {
	text := []byte(dateTexts.Draw(t, "text"))
	for range rapid.IntRange(0, 3).Draw(t, "edits") {
		at := rapid.IntRange(0, len(text)).Draw(t, "at")
		with := rapid.SampledFrom(strings.Split("0 1 2 3 4 9 X Y - . .. , [ ] ? ~ % T : Z + /", " ")).Draw(t, "with")
		end := min(len(text), at+rapid.IntRange(0, 2).Draw(t, "removed"))
		text = append(text[:at:at], append([]byte(with), text[end:]...)...)
	}
	return string(text)
}).Filter(func(text string) bool {
	return !oracleHuge.MatchString(text)
})

func TestParseDate_agreesWithGrammar(t *testing.T) {
	for _, tc := range dateCases {
		require.True(t, oracleAccepts(tc.text), "the oracle knows %s", tc.text)
	}
	rapid.Check(t, func(t *rapid.T) {
		text := editedTexts.Draw(t, "text")
		_, err := edtf.ParseDate(text)
		require.Equal(t, oracleAccepts(text), err == nil, "%q: %v", text, err)
	})
}

func TestParseDate_everyMonthAndDay(t *testing.T) {
	for _, year := range []string{"2023", "2024", "1900", "2000", "-0001", "0000", "-0004", "XXXX"} {
		for n := range 10_000 {
			digits := strconv.Itoa(10_000 + n)
			text := year + "-" + digits[1:3] + "-" + digits[3:]
			d, err := edtf.ParseDate(text)
			month, _ := strconv.Atoi(digits[1:3])
			want := month >= 1 && month <= 12 && digits[3:] != "00" && realDay(year, digits[1:3], digits[3:])
			if want != (err == nil) || want && d.String() != text {
				t.Fatalf("%s: %v, %v", text, d, err)
			}
		}
	}
}

func TestParseDate_timesOfDay(t *testing.T) {
	for n := 0; n < 1_000_000; n += 37 {
		digits := strconv.Itoa(1_000_000 + n)[1:]
		text := "2024-06-21T" + digits[:2] + ":" + digits[2:4] + ":" + digits[4:]
		_, want := time.Parse("2006-01-02T15:04:05", text)
		if _, err := edtf.ParseDate(text); (want == nil) != (err == nil) {
			t.Fatalf("%s: %v, the time package says %v", text, err, want)
		}
	}
}

// oracleAcceptsBound judges one end of an interval.
func oracleAcceptsBound(text string) bool {
	return text == "" || text == ".." || oracleAccepts(text) && !strings.Contains(text, "T")
}

func oracleAcceptsInterval(text string) bool {
	start, end, pair := strings.Cut(text, "/")
	if !pair {
		return oracleAccepts(text)
	}
	return text != "/" && oracleAcceptsBound(start) && oracleAcceptsBound(end) && !certainlyBefore(end, start)
}

func TestParseInterval_agreesWithGrammar(t *testing.T) {
	ends := rapid.OneOf(editedTexts, rapid.Just(".."), rapid.Just(""))
	rapid.Check(t, func(t *rapid.T) {
		text := ends.Draw(t, "start")
		if rapid.IntRange(0, 9).Draw(t, "pair") > 0 {
			text += "/" + ends.Draw(t, "end")
		}
		_, err := edtf.ParseInterval(text)
		require.Equal(t, oracleAcceptsInterval(text), err == nil, "%q: %v", text, err)
	})
}
