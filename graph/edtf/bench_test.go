package edtf_test

import (
	"testing"

	"github.com/redthread-graph/redthread/graph/edtf"
)

func BenchmarkParseDate(b *testing.B) {
	for _, text := range []string{"2024-06-21", "2024~", "1985-04-12T23:20:30+04:30", "[1667,1668,1670..1672]"} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := edtf.ParseDate(text); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkDate_days(b *testing.B) {
	for _, text := range []string{"2024-06-21", "2024~", "[1667,1668,1670..1672]"} {
		d := edtf.MustDate(text)
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if d.Earliest() > d.Latest() {
					b.Fatal("the first day lies after the last")
				}
			}
		})
	}
}
