// Words that point back when they open a sentence, per language: pronouns, demonstratives and connectives. Our own lists.

const LISTS: Readonly<Record<string, string>> = {
  en: 'he she it they this that these those him her his hers its their theirs them such but and so or nor yet however therefore thus hence meanwhile moreover furthermore besides instead otherwise nevertheless nonetheless still also then likewise similarly conversely consequently accordingly additionally another others both neither either here there afterwards later earlier indeed likewise because',
  de: 'er sie es ihm ihn ihr ihre ihren ihrem ihrer sein seine seinen seinem seiner dies diese dieser dieses diesem diesen jene jener jenes das dessen deren aber und denn doch jedoch dennoch trotzdem deshalb daher darum dadurch damit dabei dagegen dazu davon zudem außerdem ferner dann danach daraufhin inzwischen allerdings hingegen stattdessen auch so somit ebenso dort hier',
  fr: 'il elle ils elles lui leur leurs son sa ses ce cela ceci cette ces cet celui celle ceux celles mais et donc or ni car cependant toutefois néanmoins pourtant ainsi alors puis ensuite enfin aussi également outre dailleurs ailleurs en y là ici',
  es: 'él ella ellos ellas este esta esto estos estas ese esa eso esos esas aquel aquella su sus pero y sino aunque sin embargo además también así entonces luego después mientras por tanto asimismo igualmente allí aquí ello',
  pt: 'ele ela eles elas este esta isto estes estas esse essa isso esses essas aquele aquela seu sua seus suas mas e porém contudo todavia entretanto além também assim então depois enquanto portanto logo ali aqui',
  it: 'egli lui lei loro esso essa essi esse questo questa questi queste quello quella quelli suo sua suoi sue ma e però tuttavia inoltre anche così allora poi quindi dunque infatti intanto perciò pertanto lì qui ciò',
  nl: 'hij zij ze het hun haar zijn deze dit die dat maar en want dus echter toch daarom daardoor daarna bovendien ook toen vervolgens intussen hiermee daarmee ondertussen daar hier',
  pl: 'on ona ono oni one jego jej ich ten ta to ci te tego tej tym tych ale i a lecz jednak więc dlatego zatem ponadto także również też wtedy potem następnie tymczasem natomiast tam tu',
  ru: 'он она оно они его её ее их им ему ей этот эта это эти этого этой этим этих тот та те того но и а однако поэтому также тоже затем потом тогда между кроме при тем там здесь такой такая такие так',
  uk: 'він вона воно вони його її їх їм йому цей ця це ці цього цієї цим цих той та ті але і й а проте однак тому також теж потім тоді тим там тут такий така такі так',
  cs: 'on ona ono oni jeho její jejich ten ta to ti ty tento tato toto tito tyto ale a však proto také též potom pak poté tedy navíc mezitím tam zde',
  tr: 'o bu şu onlar bunlar onun onların bunun ancak ama fakat ve ayrıca böylece bu nedenle sonra daha dolayısıyla oysa orada burada',
  el: 'αυτός αυτή αυτό αυτοί αυτές αυτά εκείνος εκείνη του της τους αλλά και όμως ωστόσο επίσης έτσι τότε μετά εκεί εδώ',
  ar: 'هو هي هم هذا هذه ذلك تلك هؤلاء لكن ولكن كما ثم لذلك أيضا وأضاف وقال وأوضح وأشار وكان وكانت وهو وهي',
  he: 'הוא היא הם הן זה זו זאת אלה אבל אך אולם לכן גם אז שם כאן',
  hi: 'वह वे यह ये उसने उन्होंने इसने इस उस इन उन इसके उसके इससे उनके लेकिन परन्तु किन्तु और तथा इसलिए हालांकि फिर वहीं',
  vi: 'họ ông bà anh cô nó đó này điều tuy nhưng và vì do ngoài trong sau đồng bên',
  id: 'dia ia mereka ini itu tetapi namun dan karena selain kemudian lalu juga',
  zh: '他 她 它 他们 她们 它们 这 那 这些 那些 此 该 但 但是 然而 因此 所以 而且 此外 同时 另外 不过 其中 对此 随后 之后',
  ja: '彼 彼女 これ それ あれ この その あの しかし だが また そして さらに 一方 なお ただ そのため このため その後 同',
  ko: '그 그녀 그들 이 이것 그것 이는 하지만 그러나 그리고 또 또한 따라서 그래서 한편 이에 이어 이날',
};
const SPACELESS = new Set(['zh', 'ja']);

const sets = new Map<string, ReadonlySet<string>>();

function openersOf(lang: string): ReadonlySet<string> {
  let set = sets.get(lang);
  if (!set) {
    set = new Set((LISTS[lang] ?? '').split(' ').filter((word) => word !== ''));
    sets.set(lang, set);
  }
  return set;
}

/** Whether a sentence that opens with this word leans on the one before. */
export function pointsBack(firstWord: string, text: string, lang: string | undefined): boolean {
  const set = openersOf(lang ?? 'en');
  if (lang !== undefined && SPACELESS.has(lang)) {
    return [4, 3, 2, 1].some((n) => set.has(text.slice(0, n)));
  }
  return set.has(firstWord);
}
