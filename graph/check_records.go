package graph

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/redthread-graph/redthread/graph/text"
)

// The longest texts of records, in code points. What is longer is no name or address but a text, which belongs into a document.
const (
	maxCaption = 500
	maxTitle   = 2000
	maxURL     = 4000
)

// shownLength is how many code points of a text that is too long an error shows.
const shownLength = 40

// checkLength fails when a text has more than so many code points. The error shows its beginning.
func checkLength(field, value string, most int) error {
	if len(value) <= most {
		return nil
	}
	if n := utf8.RuneCountInString(value); n > most {
		return Invalid(field, text.Slice(value, text.Span{End: shownLength})+"…", fmt.Sprintf("at most %d characters; these are %d", most, n))
	}
	return nil
}

// check holds an entity to the rules of its kind.
func (e *Entity) check() error {
	if err := checkID("id", "ent_", string(e.ID)); err != nil {
		return err
	}
	if !AllKinds.Has(e.Kind) {
		return Invalid("kind", string(e.Kind), "one of "+joinAll(EntityKinds()))
	}
	if strings.TrimSpace(e.Caption) == "" {
		return Invalid("caption", e.Caption, fmt.Sprintf("1 to %d characters", maxCaption))
	}
	if err := checkLength("caption", e.Caption, maxCaption); err != nil {
		return err
	}
	if !slices.Contains([]Specificity{Named, Unnamed, Group}, e.Specificity) {
		return Invalid("specificity", string(e.Specificity), "NAMED, UNNAMED or GROUP")
	}
	return e.checkDetails()
}

func (e *Entity) checkDetails() error {
	if err := e.checkCount(); err != nil {
		return err
	}
	switch {
	case e.Specificity != Named && e.Anchor == "":
		return Invalid("anchor", "", "the document by which an UNNAMED entity or a GROUP is known")
	case e.Specificity == Named && e.Anchor != "":
		return Invalid("anchor", string(e.Anchor), "no anchor for a NAMED entity")
	case e.Kind == Measure && !slices.Contains(MeasureKinds(), e.MeasureKind):
		return Invalid("measureKind", string(e.MeasureKind), "for a MEASURE one of "+joinAll(MeasureKinds()))
	case e.Kind != Measure && e.MeasureKind != "":
		return Invalid("measureKind", string(e.MeasureKind), "none, since the kind is "+string(e.Kind))
	case e.AgencyKind != "" && !slices.Contains(AgencyKinds(), e.AgencyKind):
		return Invalid("agencyKind", string(e.AgencyKind), "one of "+joinAll(AgencyKinds()))
	case e.AgencyKind != "" && e.Kind != Agency:
		return Invalid("agencyKind", string(e.AgencyKind), "none, since the kind is "+string(e.Kind))
	default:
		return nil
	}
}

func (e *Entity) checkCount() error {
	if e.Count == nil {
		return nil
	}
	if e.Specificity != Group {
		return Invalid("count", string(e.Specificity), "a count only of a GROUP")
	}
	err := checkQuantity(*e.Count)
	if wrong, ok := errors.AsType[*FieldError](err); ok {
		return Invalid(strings.Replace(wrong.Field, "value", "count", 1), wrong.Value, wrong.Want)
	}
	return err
}

func joinAll[T ~string](names []T) string { return strings.Join(asStrings(names), ", ") }

// checkDocument holds a document to the rules: a title, rights that exist, a publisher on file.
func (pl *planner) checkDocument(ctx context.Context, d *Document) error {
	if err := checkID("id", "doc_", string(d.ID)); err != nil {
		return err
	}
	if strings.TrimSpace(d.Title) == "" {
		return Invalid("title", d.Title, "a title")
	}
	if err := cmp.Or(checkLength("title", d.Title, maxTitle), checkLength("url", d.URL, maxURL)); err != nil {
		return err
	}
	if !slices.Contains([]Rights{FullText, QuoteOnly, MetadataOnly}, d.Rights) {
		return Invalid("rights", string(d.Rights), "FULL_TEXT, QUOTE_ONLY or METADATA_ONLY")
	}
	if err := d.checkHash(); err != nil {
		return err
	}
	if d.Publisher == "" {
		return nil
	}
	return pl.mustHave(ctx, "publisher", d.Publisher)
}

var (
	hashForm   = regexp.MustCompile(`^[0-9a-f]{64}$`)
	hashIDForm = regexp.MustCompile(`^[a-z]{3}_[a-z2-7]{26}$`)
)

// checkHash holds an id in the form of a hash to being that of the document's bytes or citation; another id was given.
func (d *Document) checkHash() error {
	if d.SHA256 != "" && !hashForm.MatchString(d.SHA256) {
		return Invalid("sha256", d.SHA256, "64 digits of 0–9 and a–f")
	}
	hashed := d.SHA256 != "" && string(d.ID) == hashID("doc_", d.SHA256)
	if hashIDForm.MatchString(string(d.ID)) && !hashed && d.ID != CitedDocumentID(d) {
		return Invalid("id", string(d.ID), "the hash of the document's bytes or citation, or a name that does not look like one")
	}
	return nil
}

// checkLayer holds a text to its document, its standard form and its id.
func (pl *planner) checkLayer(ctx context.Context, l *Layer) error {
	docs, err := pl.over.Documents(ctx, []DocumentID{l.Document})
	if err != nil {
		return err
	}
	if docs[l.Document] == nil {
		return notFound("document", string(l.Document))
	}
	if normal, err := text.Normalize(l.Text); err != nil || normal != l.Text {
		return Invalid("text", string(l.ID), "a text in NFC with LF line ends")
	}
	if layerID(l) != l.ID {
		return Invalid("id", string(l.ID), "the hash of the layer's content")
	}
	return nil
}

// mustHave fails with ErrNotFound unless every entity named is on file.
func (pl *planner) mustHave(ctx context.Context, field string, ids ...EntityID) error {
	rows, err := pl.over.Entities(ctx, ids)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if rows[id] == nil {
			return fmt.Errorf("%s: %w", field, notFound("entity", string(id)))
		}
	}
	return nil
}

// checkClaim holds a proposition to its predicate's row.
func (pl *planner) checkClaim(ctx context.Context, c *Claim) error {
	wanted := []EntityID{c.Subject}
	if c.Object != "" {
		wanted = append(wanted, c.Object)
	}
	if by, ok := c.Value.(Undisclosed); ok && by.By != "" {
		wanted = append(wanted, by.By)
	}
	if err := pl.mustHave(ctx, "claim", wanted...); err != nil {
		return err
	}
	rows, err := pl.over.Entities(ctx, wanted)
	if err != nil {
		return err
	}
	var object *Entity
	if c.Object != "" {
		object = &rows[c.Object].Entity
	}
	if err := pl.vocabulary.Check(c, &rows[c.Subject].Entity, object); err != nil {
		return err
	}
	return pl.checkReference(ctx, c)
}

// checkReference fails unless the claim that is the value of c is on file.
func (pl *planner) checkReference(ctx context.Context, c *Claim) error {
	ref, ok := c.Value.(ClaimRef)
	if !ok {
		return nil
	}
	rows, err := pl.over.Claims(ctx, []ClaimID{ref.Claim})
	if err != nil {
		return err
	}
	if rows[ref.Claim] == nil {
		return fmt.Errorf("value: %w", notFound("claim", string(ref.Claim)))
	}
	return nil
}
