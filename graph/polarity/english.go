package polarity

var english = &lexicon{
	cues: classed(
		classList{Negation, `
			not|*n't|cannot|never|no|neither|nor|none|nobody|nothing|nowhere|without
			hardly|scarcely|seldom|rarely|unlikely|impossible|untrue
			far from
			anything but
			lack|lacks|lacked|lacking
			absence of
			failed|fails|failing|fail|failure|unable|unwilling to
			ceased|ceases|stopped|stops|quit *ing
			ceased|ceases to
			rather than
			instead|free of
			except|excluding
			little|scant|insufficient evidence
			false that
			prohibit*|barred|bars|barring|banned|bans|banning|prevent*|stop|stops|stopped|keep|keeps|kept|block|blocks|blocked .. from
			forbid*|forbade
			rule|rules|ruled|ruling out`},
		classList{Denial, `
			deny|denies|denied|denying|denial|denials
			reject|rejects|rejected|rejecting|rejection
			disputes|disputed|disputing|refute|refutes|refuted|refuting|rebut|rebuts|rebutted
			dismiss|dismisses|dismissed|dismissing|disavow*|repudiat*|contests|contested|contesting|contradict*
			refuse|refuses|refused|refusing|refusal
			decline|declines|declined|declining to
			retracted|retracts|withdrew`},
		classList{Hearsay, `
			alleg*|purported*|supposed|supposedly|reportedly|apparently|rumour*|rumor*|unconfirmed
			suspect|suspects|suspected|suspicion|suspicions|accus*|feared|presumably|seemingly
			possibly|probably|perhaps|maybe
			likely|believed|thought|understood|said|reported|considered|assumed to
			charged with
			seem|seems|seemed|appear|appears|appeared to
			fears|fear|concerns|concern|worries|speculation that`},
		classList{Attribution, `
			according to
			claim|claims|claimed|claiming|believes|believe|believed|contends|contended that
			claims|claimed|believes|contends to|it|they|he|she`},
		classList{Possibility, `
			may|might|could|can|would
			capable of
			ability|capability|capacity|potential|opportunity|able .. to
			position to`},
		classList{Condition, `
			if|unless|whether
			provided|assuming that
			in case`},
		classList{Intention, `
			will|shall|*'ll
			plan|plans|planned|planning|planning to
			planned
			intend|intends|intended|intending|intention|intent|intentions .. to
			aim|aims|aimed|seek|seeks|sought|want|wants|wanted|hope|hopes|hoped|expect|expects|expected|propose|proposes|proposed to
			threaten|threatened|threatens|vow|vows|vowed|attempted|attempts|attempt|tried|tries|trying|scheduled|willing|ready|going to`},
		classList{Obligation, `
			must|should
			ought to
			required|urged|urges|ordered|orders|recommended .. to`},
	),
	tail: classed(
		classList{Denial, `
			was|were|is|are|been|being denied|rejected|refuted|dismissed|disproved|retracted|withdrawn by|,|.|in|as|on|;
			was|were|is|are|been|being *ly denied|rejected|refuted|dismissed|disproved by|,|.|in|as|on|;
			was|were|is|are|been|being untrue|false|baseless|unfounded|unproven|wrong|groundless|nonsense
			was|were|is|are|been|being not|never true|proven|proved|confirmed|substantiated
			wasn't|weren't|isn't|aren't true|proven|proved|confirmed|substantiated
			did not|never happen|occur|exist
			didn't happen|occur|exist`},
		classList{Hearsay, `
			, a|an|the|which charge|claim|allegation|accusation|it|they|he|she .. denies|denied|deny|rejects|rejected|disputes
			, allegedly|reportedly|supposedly|apparently .|,
			, it|so is|was alleged|claimed|rumoured`},
		classList{Attribution, `
			according to`},
		classList{Condition, `
			if|unless
			provided|assuming that`},
	),
	exempt: patterns(`
		not only|just|merely|simply|solely|least|surprisingly|unexpectedly|until|unlike|uncommon|unusual|alone
		not|no later|earlier|less|fewer|more|sooner|greater than
		not exceeding
		not limited|confined to
		not to mention
		not to be confused
		not - for - profit
		no doubt|wonder|matter|secret|coincidence|accident|surprise
		no question that
		no stranger
		no - *
		no . 1*|2*|3*|4*|5*|6*|7*|8*|9*|0*
		no 1*|2*|3*|4*|5*|6*|7*|8*|9*
		no ,
		without doubt|question|exception|delay|limitation
		without a|any doubt
		none other than
		nothing less|but
		whether or not
		why not
		if not the|a
		even|as if
		far from home|it
		the|a|his|her|its|their|own|free|political|good will
		ask|asked|asks|see|determine|determined|know|knows|wonder|wondered|decide if
		according to law|plan|schedule
		according to the law|plan|rules|schedule
		said to reporters|journalists|the
		plan|plans for
		unless otherwise
		suspects were|was
		not|never without`),
	double: patterns(`
		not|*n't|never|cannot|nobody|without .. deny|denied|denies|denying|dispute|disputed|disputing|contest|contested|refute|refuted
		no one denies|denied|disputes|disputed|doubts|doubted
		not|*n't|never|cannot rule|ruled|ruling out
		not|*n't|never|cannot fail|failed to
		not|*n't|never|cannot refuse|refused|reject|rejected|doubt
		cannot|can't but`),
	contrast:    words(`but whereas nevertheless nonetheless`),
	commaStarts: words(`while although though yet however saying adding arguing noting stating insisting stressing`),
	relatives:   words(`which who whose where`),
	enclosing: words(`which who whose where when while although though as because since after before despite without with
		unlike whereas once until given if unless denying rejecting refusing`),
	insertions:  words(`not never nor`),
	coordinates: words(`and or`),
	finite: words(`has have had is are was were does did will would can could may must should
		it he she they we i this these there`),
	reporting: words(`said says added adds told tells stated states announced insisted insists argued argues noted notes
		stressed confirmed confirms found finds`),
	that: words(`that whether`),
	hanging: words(`is are was were be been being has have had does did do will would can could may might must should shall
		with to in of for by on at from about between`),
	auxiliaries: words(`is are was were be been being has have had does did do will would can could may might must should
		shall also still firmly strongly categorically repeatedly consistently always there`),
	common: words(`the of and to in is was that it for on with as by has have had are not its from which this be been at an
		he they were said does did will no but or`),
}
