package edtf_test

import (
	"errors"
	"testing"

	"github.com/redthread-graph/redthread/graph/edtf"
)

func FuzzParseDate(f *testing.F) {
	for _, tc := range dateCases {
		f.Add(tc.text)
	}
	for _, text := range []string{"", "-", "Y", "[", "[..", "[1984..", "2024-06-21T", "XXXX-", "\x00", "２０２４"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := edtf.ParseDate(text)
		if err != nil {
			if !errors.Is(err, edtf.ErrSyntax) || !d.IsZero() {
				t.Fatalf("%q: refused with %v and %v", text, d, err)
			}
			return
		}
		if d.String() != text {
			t.Fatalf("%q comes back as %q", text, d)
		}
		if d.Earliest() > d.Latest() || d.Words() == "" || d.Precision() == edtf.NoPrecision || d.IsZero() {
			t.Fatalf("%q: %s to %s, %q, %s", text, d.Earliest(), d.Latest(), d.Words(), d.Precision())
		}
	})
}

func FuzzParseInterval(f *testing.F) {
	for _, tc := range intervalCases {
		f.Add(tc.text)
	}
	for _, text := range []string{"", "/", "//", "..", "../", "[/", "1985/unknown", "2024/2023"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		i, err := edtf.ParseInterval(text)
		if err != nil {
			if !errors.Is(err, edtf.ErrSyntax) || !i.IsZero() {
				t.Fatalf("%q: refused with %v and %v", text, i, err)
			}
			return
		}
		if i.String() != text {
			t.Fatalf("%q comes back as %q", text, i)
		}
		if i.Earliest() > i.Latest() || i.Words() == "" || i.IsZero() {
			t.Fatalf("%q: %s to %s, %q", text, i.Earliest(), i.Latest(), i.Words())
		}
		if back, err := i.MarshalText(); err != nil || string(back) != text {
			t.Fatalf("%q is marshalled as %q, %v", text, back, err)
		}
	})
}
