/** What buttons, menus and notices of web pages say, whatever the page is about. Each matches a whole line. */
const whole = (alternatives: readonly string[]): RegExp =>
	new RegExp(`^[\\s\\W]*(?:${alternatives.join('|')})[\\s\\W]*$`, 'i');

/** Never a heading or a sentence of a text. */
export const CONTROL = whole([
	'(?:skip|jump|go|back|return|scroll) to (?:the )?(?:main )?(?:content|navigation|recipe|top|home|search)',
	'(?:share|tweet|pin|print|e-?mail|save|bookmark|copy)(?: (?:it|this|link|page|post|article|recipe|story))+',
	'(?:share|save|follow|find|join|like)(?: us| this)?(?: (?:on|via|to|by) [\\w ,&/-]{1,40})',
	'(?:sign|log) ?(?:in|up|out|on)(?: (?:or|to|for|with|and|subscribe|register) .{1,50})?',
	'subscribe(?: now| today| here)?|register(?: now| here)?',
	'(?:read|show|view|see|load|browse|discover)(?: (?:more|all|less|full|next|other))(?: [\\w ’-]{1,30})?',
	'continue reading.{0,40}|keep reading.{0,40}|learn more|find out more',
	'(?:next|previous|older|newer)(?: (?:article|post|page|story|chapter|entries|posts))s?(?:[: ].{0,80})?',
	'(?:\\d+|no|\\d+\\.\\dk) (?:comments?|replies|views|likes|shares|votes|reviews)(?: yet)?',
	'(?:leave|add|post|write) (?:a |your )?(?:reply|comment|review)(?: .{0,20})?|cancel reply|comments? (?:are )?closed',
	'(?:accept|reject|allow|manage|decline)(?: (?:all|cookies?|preferences|settings|essential|necessary|only|optional))*',
	'(?:cookie|privacy|account|site) (?:settings|preferences|policy|notice|statement)',
	'(?:terms|conditions)(?: (?:of|and|&) (?:use|service|conditions|sale))?(?: apply)?',
	'about \\d+[- ]?min(?:ute)?s?(?: read)?|(?:reading time:? )?\\d+[- ]?min(?:ute)?s?(?: read(?:ing)?)|time to read:? .{1,12}',
	'(?:story|article|text|content) continues(?: below| after)?.{0,30}|scroll (?:down|to continue).{0,30}',
	'breaking(?: news)?|live updates|sponsored(?: content| post)?|promoted(?: content)?|paid (?:content|post|partnership)',
	'loading.{0,20}|please wait.{0,20}|play(?: video| audio)|watch (?:now|the video|video)|listen (?:now|to (?:this |the )?(?:article|story|episode|post)).{0,20}',
	'thank(?:s| you) for (?:signing up|subscribing|reading|visiting|your .{1,20}).{0,40}',
	'(?:was|is|did you find) this (?:page|article|post|information|content|recipe)? ?(?:useful|helpful|of use|interesting)?.{0,30}',
	'(?:reuse|republish|report|correct) (?:this|an?) (?:content|article|error|correction).{0,20}|enter your .{1,40}',
	'yes,? no|yes|no thanks|not now|close|dismiss|submit|send|search|menu|toggle \\w+|expand|collapse',
	'your e-?mail(?: address)?(?: will not be published)?.{0,60}|required fields.{0,30}|notify me .{1,60}|save my name.{1,90}',
	'add to (?:cart|basket|bag|wish ?list|favou?rites)|(?:my )?(?:cart|basket|account|wish ?list)|checkout|buy now|order now|shop now',
	'(?:book|schedule|request|make|find|get|start|try|claim)(?: (?:an?|your|my|the|free))* (?:appointment|consultation|call|demo|quote|estimate|trial|doctor|lawyer|provider|location|store|started|visit)(?: (?:now|today|online|here|near you))?',
	'you are here:?.{0,80}|home page|homepage|site ?map|contact us|about us|our (?:team|story|people|services|mission)',
	'\\d+ (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?) ago|just now|yesterday',
	'click (?:here|to) .{0,60}|tap to .{0,40}|(?:zoom|enlarge)(?: image)?|view (?:image|gallery)'
]);

/** Names of parts that follow an article or stand beside it; what kind of part it begins. */
const PARTS: readonly (readonly [part: 'related' | 'references' | 'comments' | 'author', name: RegExp])[] = [
	[
		'related',
		whole([
			"(?:also )?read (?:also|more|next|this(?: next)?|on)|see also|watch (?:also|next)|don[’']?t miss|in case you missed it",
			'(?:related|similar|recommended|suggested|further|additional|other|popular|recent|latest|featured|trending|top|more)(?: (?:articles?|posts?|stor(?:y|ies)|content|pages?|links?|topics?|reading|resources|news|videos?|products?|items?|recipes?|questions))?(?: (?:for you|from .{1,30}|on .{1,30}|by .{1,30}|in .{1,30}|like this))?',
			'recommended for you|you (?:may|might)(?: also)? (?:like|enjoy|be interested in).{0,20}|people also (?:ask|read|search for)',
			"(?:most|more) (?:popular|read|viewed|shared|commented|from .{1,30}|stories|on this.{0,20})|(?:what[’']?s )?(?:new|trending)(?: now)?",
			"(?:our )?latest(?: news| posts| articles| stories)?|editor[’']?s (?:picks?|choice)|from (?:the|our) (?:web|partners|blog|archive)",
			"external links|useful links|quick links|tags|categories|archives?|in the news|around the web|keep exploring|explore more|up next|you[’']?ll also (?:love|like)"
		])
	],
	[
		'references',
		whole([
			'(?:\\d+\\.? )?(?:references?|bibliography|works cited|literature(?: cited)?|citations|sources?(?: and .{1,20})?|foot ?notes|end ?notes|further reading|notes and references)(?: list)?'
		])
	],
	[
		'comments',
		whole([
			'(?:\\d+ |recent |reader |latest |join the )?(?:comments?|replies|responses|discussion|conversation|reviews)(?: \\(?\\d+\\)?)?',
			'leave a (?:reply|comment).{0,20}'
		])
	],
	[
		'author',
		whole(['about the authors?|about the writer|meet the author|author bio(?:graphy)?|the authors?|contributors?'])
	]
];

export type Part = (typeof PARTS)[number][0];

export const partNamed = (text: string): Part | null =>
	text.length > 80 ? null : (PARTS.find(([, name]) => name.test(text))?.[0] ?? null);
