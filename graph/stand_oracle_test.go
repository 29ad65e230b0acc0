package graph

// standingOracle derives standings day by day from the rule table, with sets of small days for periods. It follows the words of
// the domain and shares nothing with the code under test but the types of its answer.
type standingOracle struct{ rules []standingRule }

// oracleVoice is what the oracle makes of one speech.
type oracleVoice struct {
	live, support, denial, dismissal bool
	facts                            ruleFacts // that it gives to the days on which it counts
	strength                         int       // 1 ALLEGED, 2 other safe rows, 3 RECORDED, 4 DETERMINED
	tier                             Tier      // of the claim, did it alone speak
	from, to, asOf                   smallBound
	implied                          bool // from is the first day of a measure
	days, certain                    smallSet
}

func (h *oracleVoice) undated() bool { return !h.from.given && !h.to.given && !h.asOf.given }

// smallCell is how a claim stands on one small day; the zero cell is none.
type smallCell struct {
	standing  Standing
	tier      Tier
	contested bool
	lo, hi    Share
	certain   bool
}

func (o *standingOracle) stand(c *smallClaim, said []speech) []Stretch {
	cells := o.cells(c, said)
	var out []Stretch
	last := -1 // day of the last cell that stands
	for day, cell := range cells {
		if cell.standing == "" {
			continue
		}
		alike := last == day-1 && last >= 0 && cell.sameBut(cells[last])
		if !alike {
			out = append(out, Stretch{
				DayRange: realDays(day, day), Standing: cell.standing, Contested: cell.contested, Tier: cell.tier,
				ShareMin: cell.lo, ShareMax: cell.hi,
			})
		}
		s := &out[len(out)-1]
		s.To = realDays(day, day).To
		switch {
		case cell.certain && alike && cells[last].certain:
			s.Certain[len(s.Certain)-1].To = s.To
		case cell.certain:
			s.Certain = append(s.Certain, realDays(day, day))
		}
		last = day
	}
	return out
}

// sameBut says whether two cells are alike, certain or not.
func (c smallCell) sameBut(other smallCell) bool {
	c.certain, other.certain = false, false
	return c == other
}

func (o *standingOracle) cells(c *smallClaim, said []speech) (cells [smallDays]smallCell) {
	about := false
	for i := range said {
		about = about || !said[i].elsewhere && !said[i].covering
	}
	if !about {
		return cells
	}
	all := o.hear(c, said)
	for day := range cells {
		cells[day] = o.cell(c, said, all, day)
	}
	return cells
}

// hear settles what each speech counts as, and on which days. A link always names an earlier speech.
func (o *standingOracle) hear(c *smallClaim, said []speech) []oracleVoice {
	var buffer [8]oracleVoice
	all := buffer[:len(said)]
	var aside [8]bool
	for i := len(said) - 1; i >= 0; i-- {
		all[i].live = true
		for j := i + 1; j < len(said); j++ {
			if said[j].withdraws == i+1 && all[j].live {
				all[i].live = false
			}
			if said[j].setsAside == i+1 && said[j].voice == AuthorityVoice && all[j].live && !aside[j] {
				aside[i] = true
			}
		}
	}
	for i := range said {
		o.read(c, &said[i], &all[i], aside[i])
	}
	for i := range all {
		if all[i].support && !all[i].undated() {
			o.spread(c, all, i)
		}
	}
	for i := range all {
		if all[i].support && all[i].undated() {
			o.follow(all, i)
		}
	}
	return all
}

// read says what kind of speech it is and what facts it gives.
func (o *standingOracle) read(c *smallClaim, s *speech, h *oracleVoice, aside bool) {
	h.from, h.to, h.asOf = s.period.from, s.period.to, s.period.asOf
	authority := s.voice == AuthorityVoice
	switch {
	case s.elsewhere:
	case s.stance == Asserts, s.stance == Confirms:
		o.readSupport(c, s, h, factUnalleged)
	case s.stance == Determines && authority && !aside:
		o.readSupport(c, s, h, factUnalleged|factDetermined)
	case s.stance == Alleges, s.stance == Determines:
		o.readSupport(c, s, h, 0)
	case s.stance == Denies, s.stance == Dismisses && !authority:
		h.denial, h.days = true, givenDays(s.period)
		if s.party {
			h.facts = factDenied
		}
	case s.stance == Dismisses && s.setsAside == 0 && !aside:
		h.dismissal, h.days, h.facts = true, givenDays(s.period), factDismissed
	}
}

func (o *standingOracle) readSupport(c *smallClaim, s *speech, h *oracleVoice, facts ruleFacts) {
	h.support = true
	h.facts = facts | factSupport
	if facts&factUnalleged != 0 {
		switch s.voice {
		case RegisterVoice:
			h.facts |= factRegistered
		case PublisherVoice:
			h.facts |= factPublished
		}
	}
	if s.accused {
		h.facts |= factAdmitted
	}
	alone := h.facts | factEver
	if c.accusatory {
		alone |= factAccusatory
	}
	rule := ruleFor(o.rules, alone)
	h.tier = rule.tier
	switch {
	case rule.standing == Determined:
		h.strength = 4
	case rule.standing == Recorded:
		h.strength = 3
	case rule.tier == Safe:
		h.strength = 2
	default:
		h.strength = 1
	}
	if h.undated() && c.first > 0 {
		h.from, h.implied = onDay(c.first), true
	}
}

// givenDays are all days between the bounds that are given; undated or as of a day, all.
func givenDays(p *smallPeriod) smallSet {
	days := everySmallDay
	if p.from.given {
		days &= sinceSmall(p.from.lo)
	}
	if p.to.given {
		days &= untilSmall(p.to.hi)
	}
	return days
}

// lenders are the supports that alone stand no lower; withdrawn ones are none for a live one.
func lenders(all []oracleVoice, i int) []*oracleVoice {
	var buffer [8]*oracleVoice
	out := buffer[:0]
	for j := range all {
		if j != i && all[j].support && all[j].strength >= all[i].strength && (all[j].live || !all[i].live) {
			out = append(out, &all[j])
		}
	}
	return out
}

// spread gives the days of a dated support. A figure borrows nothing.
func (o *standingOracle) spread(c *smallClaim, all []oracleVoice, i int) {
	h := &all[i]
	var from []*oracleVoice
	if !c.figure {
		from = lenders(all, i)
	}
	if !h.from.given && !h.to.given {
		h.days = sinceSmall(h.asOf.lo) & untilSmall(h.asOf.hi)
		if h.asOf.lo == h.asOf.hi {
			h.certain = h.days
		}
		if !c.figure {
			h.days = reachFrom(h.asOf, from)
		}
		return
	}
	h.days = givenDays(&smallPeriod{from: h.from, to: h.to})
	since, until := h.certainSince(from), h.certainUntil(from)
	h.certain = since & until & h.days
}

// certainUntil cuts the days at each end that is lent, and gives the days up to the last that is certain: by its own end, by
// one that is lent, or by its as-of day.
func (h *oracleVoice) certainUntil(lent []*oracleVoice) smallSet {
	if h.to.given {
		return untilSmall(h.to.lo)
	}
	var until smallSet
	if h.from.given && h.from.lo == h.from.hi && !h.implied {
		until = untilSmall(h.from.lo)
	}
	if h.asOf.given {
		until |= untilSmall(h.asOf.lo)
	}
	for _, l := range lent {
		end := l.to
		if end.given && !end.open && end.lo > h.from.hi && !(h.asOf.given && end.hi < h.asOf.hi) {
			h.days &= untilSmall(end.hi)
			until |= untilSmall(end.lo)
		}
	}
	return until
}

// certainSince does the same for starts.
func (h *oracleVoice) certainSince(lent []*oracleVoice) smallSet {
	if h.from.given {
		return sinceSmall(h.from.hi)
	}
	var since smallSet
	if h.to.given && h.to.lo == h.to.hi {
		since = sinceSmall(h.to.lo)
	}
	if h.asOf.given {
		since |= sinceSmall(h.asOf.hi)
	}
	for _, l := range lent {
		start := l.from
		if start.given && !start.open && start.hi < h.to.lo && !(h.asOf.given && start.lo > h.asOf.lo) {
			h.days &= sinceSmall(start.lo)
			since |= sinceSmall(start.hi)
		}
	}
	return since
}

// reachFrom steps from a lone as-of day to the nearest bound on either side: a day before which a period begins or ends is the last,
// and likewise back.
func reachFrom(asOf smallBound, lent []*oracleVoice) smallSet {
	var begins, ends smallSet // on the widest reading of each bound
	for _, l := range lent {
		if l.from.given && !l.from.open {
			begins |= 1 << l.from.lo
		}
		if l.to.given && !l.to.open {
			ends |= 1 << l.to.hi
		}
	}
	days := sinceSmall(asOf.lo) & untilSmall(asOf.hi)
	for day := asOf.hi; day < smallAfter && !ends.has(day) && !begins.has(day+1); day++ {
		days |= 1 << (day + 1)
	}
	for day := asOf.lo; day > smallBefore && !begins.has(day) && !ends.has(day-1); day-- {
		days |= 1 << (day - 1)
	}
	return days
}

// follow gives an undated support the days of the dated ones that may lend to it.
func (o *standingOracle) follow(all []oracleVoice, i int) {
	alone := true
	for _, l := range lenders(all, i) {
		if !l.undated() {
			all[i].days |= l.days
			alone = false
		}
	}
	if alone {
		all[i].days = everySmallDay
	}
}

func (o *standingOracle) cell(c *smallClaim, said []speech, all []oracleVoice, day int) smallCell {
	var given ruleFacts
	if c.accusatory {
		given |= factAccusatory
	}
	for i := range all {
		h := &all[i]
		if h.support {
			given |= factEver
		}
		switch {
		case !h.days.has(day):
		case h.live:
			given |= h.facts
		case h.support:
			given |= factWithdrawn
		}
	}
	rule := ruleFor(o.rules, given)
	if rule.standing == "" {
		return smallCell{}
	}
	cell := smallCell{
		standing: rule.standing, tier: rule.tier, contested: anyHolds(rule.contested, given), lo: 0, hi: WholeShare,
	}
	if rule.tier == Void {
		return cell
	}
	cell.addTerms(c, said, all, day)
	if c.notFact {
		cell.tier = AllegedTier
	}
	return cell
}

// addTerms takes certainty and share bounds from the live supports of that day that would give the standing's tier alone.
func (c *smallCell) addTerms(claim *smallClaim, said []speech, all []oracleVoice, day int) {
	const percent = WholeShare / 100
	given := false
	for i := range all {
		h := &all[i]
		if !h.support || !h.live || !h.days.has(day) || c.tier == Safe && h.tier != Safe {
			continue
		}
		c.certain = c.certain || h.certain.has(day)
		lo, hi := said[i].share(i + 1)
		if !claim.shares || hi == 0 {
			continue
		}
		if !given {
			c.lo, c.hi, given = Share(lo)*percent, Share(hi)*percent, true
		}
		c.lo, c.hi = min(c.lo, Share(lo)*percent), max(c.hi, Share(hi)*percent)
	}
}
