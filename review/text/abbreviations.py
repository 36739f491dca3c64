"""Abbreviations that end in a full stop, and the words that open a sentence, per language.

`NEVER_LAST` cannot end a sentence ("Dr. Weiss"); `SOMETIMES_LAST` can ("in the U.S. The"): there the next
word decides, and `OPENERS` are the words that, with a capital, begin one. Dots and spaces inside
an abbreviation are left out: "z. B." is `zB`.
"""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


NEVER_LAST: dict[str, frozenset[str]] = {
    "": _set("Dr Prof Mr Mrs Ms St Mme Mlle Msgr Hon Rev Gen Col Capt Lt Sgt vs cf pp"),
    "de": _set(
        "zB dh ua uä uU va idR iA iV oä so su mE ggf bzw ca evtl inkl exkl vgl sog geb gest verh verw Nr Abs "
        "Art Bd Kap Tel Abb Anm Aufl Hrsg Verf Hr Fr Frl Dipl Ing med phil rer nat jur theol habil hc "
        "Mag Doz Gebr Fa max min dt engl franz frz lat griech amerik österr schweiz ev kath röm Chr vChr "
        "Str Bhf Hbf Sen Reg Präs Min Stv stellv Vors Okt Dez Jan Feb Aug Sept Nov Mo Di Mi Do Sa St ehem "
        "urspr bes gem lt lfd zzgl abzgl bspw insb insbes entspr gegr mind tägl jährl wg ff"
    ),
    "en": _set(
        "Messrs Sen Sens Rep Reps Gov Pres Atty Supt Det Cpl Pvt Cmdr Adm Maj Brig Sec Mt Ft Fr Br Sr Sra "
        "eg ie approx est Fig Figs Vol Vols ed eds trans viz Jan Feb Aug Sept Sep Oct Nov Dec Nos"
    ),
    "fr": _set("M MM Mgr Me Vve av apr env ex fig chap vol tél janv févr juil sept oct nov déc"),
    "es": _set("Sr Sra Srta Sres Dra Ud Uds Vd D Dña Lic Ing núm pág págs av avda tel ej"),
    "it": _set("sig sigra dott dottssa ing avv on mons pag pagg art fig cap es"),
    "pt": _set("Sr Sra Dra Exmo Exma nº pág págs av tel ex"),
    "nl": _set("dhr mevr mw drs ir mr bijv bv dwz nl oa mn ca nr blz zgn resp incl excl"),
    "pl": _set("np tzn tj tzw min ul al pl os im prof hab mgr inż gen płk św ks nr"),
    "cs": _set("např tj tzv tzn mj ul nám č čp str resp popř Ing Mgr Bc MUDr JUDr PhDr sv gen plk"),
    "sv": _set("tex dvs bla ca kl nr st sk ev fd"),
    "da": _set("fx dvs bla ca kl nr hr fr"),
    "nb": _set("feks dvs bla ca kl nr"),
    "ru": _set("г гг ул просп пл им стр рис табл см ср те тн тк напр проф акад д ок"),
    "uk": _set("вул просп пл ім стор рис табл див напр проф акад тобто"),
}
SOMETIMES_LAST: dict[str, frozenset[str]] = {
    "": _set("etc Inc Corp Co Ltd Jr al"),
    "de": _set("usw usf uvm uvam uam Mio Mrd Tsd eV aD Std Sek Jh Jhd nChr jr sen GmbH dJ dM"),
    "en": _set("Bros Sr am pm Ave Blvd Rd Dept Univ Assn No"),
    "fr": _set("JC"),
    "es": _set("EEUU pm am"),
    "ru": _set("руб млн млрд тыс тд тп др пр"),
    "pl": _set("r w tys mln mld zł itd itp"),
    "cs": _set("r l stol tis mil atd apod"),
}
OPENERS: dict[str, frozenset[str]] = {
    "de": _set(
        "Der Die Das Den Dem Des Ein Eine Einen Einem Einer Er Sie Es Ich Du Wir Ihr Man Dies Diese Dieser "
        "Dieses Diesen Diesem Jene Jener Sein Seine Seinen Seiner Ihre Ihren Ihrer Unser Unsere Mein Meine "
        "Kein Keine Alle Viele Einige Manche Beide Jeder Jede Jedes Niemand Nichts Alles Aber Auch Als Am An "
        "Auf Aus Bei Beim Bis Da Dabei Dadurch Dafür Dagegen Daher Damals Damit Danach Daneben Dann Daran "
        "Darauf Daraus Darin Darüber Darum Darunter Dass Davon Davor Dazu Denn Dennoch Derzeit Deshalb "
        "Deswegen Doch Dort Durch Ebenso Erst Etwa Für Gegen Genau Gerade Heute Hier Hinter Im In Ins "
        "Inzwischen Jedoch Jetzt Laut Mehr Mit Morgen Nach Nachdem Neben Nicht Noch Nun Nur Ob Obwohl Oder "
        "Ohne Schon Seit Seitdem Selbst So Sobald Sogar Solche Somit Sondern Sonst Sowohl Später Statt Trotz "
        "Trotzdem Über Um Und Unter Vom Von Vor Während Wann War Waren Warum Was Weder Weil Weiter Welche "
        "Wenn Wer Werden Wie Wieder Wird Wo Zu Zudem Zuletzt Zum Zunächst Zur Zuvor Zwar Zwischen Gestern "
        "Zugleich Außerdem Allerdings Insgesamt Nachher Vielleicht Bereits Bisher"
    ),
    "en": _set(
        "The A An He She It I We They You This That These Those There Here His Her Its Their Our My Your Who "
        "What When Where Why How Which While But And Or So Yet If In On At As After Before By For From To "
        "With Without Since Then Thus Now No Not One Some Many Most All Both Each Every Other Another Such "
        "Although Though Because However Meanwhile Moreover Also Still Even Only Just Once Under Over During "
        "Despite According Until Unlike Instead Later Earlier Today Yesterday Tomorrow Mr Ms Mrs Is Are Was "
        "Were Do Does Did Has Have Had Can Could Will Would Should May Might Nobody Nothing Everyone Several"
    ),
}
# Languages that write an ordinal number with a full stop: "am 3. Mai".
DOTTED_ORDINALS = _set("bs cs da de et fi fo hr hsb hu is lb lt lv nb nn no pl sk sl sr tr dsb gsw nds")
