"""Words for texts that get a price wrong without a wrong number: its parts, its time, and that nothing is due."""

from typing import Final

# Each with the days it means, so that only what the package does not last is taken.
TIMES: Final[dict[str, tuple[tuple[str, int], ...]]] = {
    "en": (
        ("two weeks", 14), ("14 days", 14), ("two months", 60), ("3 months", 90), ("six months", 180),
        ("a whole year", 365), ("one year", 365), ("12 months", 360), ("ten days", 10), ("5 weeks", 35), ("a week", 7),
        ("four months", 120), ("three weeks", 21),
    ),
    "es": (
        ("dos semanas", 14), ("14 días", 14), ("dos meses", 60), ("3 meses", 90), ("6 meses", 180),
        ("todo un año", 365), ("un año", 365), ("12 meses", 360), ("diez días", 10), ("una semana", 7),
        ("cuatro meses", 120), ("tres semanas", 21),
    ),
    "ar": (
        ("أسبوعين", 14), ("14 يومًا", 14), ("شهرين", 60), ("3 أشهر", 90), ("ستة أشهر", 180), ("6 أشهر", 180),
        ("سنة كاملة", 365), ("سنة", 365), ("12 شهرًا", 360), ("عشرة أيام", 10), ("5 أسابيع", 35), ("أسبوع", 7),
        ("أربعة أشهر", 120), ("ثلاثة أسابيع", 21),
    ),
    "ur": (
        ("دو ہفتے", 14), ("14 دن", 14), ("دو مہینے", 60), ("3 مہینے", 90), ("چھ مہینے", 180), ("6 ماہ", 180),
        ("پورے ایک سال", 365), ("ایک سال", 365), ("12 مہینے", 360), ("دس دن", 10), ("5 ہفتے", 35), ("ایک ہفتے", 7),
        ("چار مہینے", 120), ("تین ہفتے", 21),
    ),
    "ur-Latn": (
        ("do hafte", 14), ("14 din", 14), ("do mahine", 60), ("3 mahine", 90), ("chay mahine", 180), ("6 maah", 180),
        ("poore aik saal", 365), ("ek saal", 365), ("12 mahine", 360), ("das din", 10), ("5 hafte", 35),
        ("aik hafte", 7), ("chaar mahine", 120), ("teen hafte", 21),
    ),
}  # fmt: skip
TIMED: Final = {
    "en": (
        "{name} is {price} for {time}.",
        "{name}: {price} ({time})",
        "For {time} of {name} you pay {price}.",
        "{price} for {time} of {name}, would you like that?",
        "*{name}* – {price} for {time} 🎉",
        "{name} costs {price} and covers {time}.",
    ),
    "es": (
        "{name} cuesta {price} por {time}.",
        "{name}: {price} ({time})",
        "Por {time} de {name} paga {price}.",
        "{price} por {time} de {name}, ¿le interesa?",
        "*{name}* – {price} por {time} 🎉",
    ),
    "ar": (
        "سعر {name} هو {price} لمدة {time}.",
        "{name}: {price} ({time})",
        "{price} لمدة {time} من {name}.",
        "*{name}* – {price} لمدة {time} 🎉",
    ),
    "ur": (
        "{name} {time} کے لیے {price} کا ہے۔",
        "{name}: {price} ({time})",
        "{time} کا {name} {price} میں۔",
        "*{name}* – {price}، {time} کے لیے 🎉",
    ),
    "ur-Latn": (
        "{name} {time} ke liye {price} ka hai.",
        "{name}: {price} ({time})",
        "{time} ka {name} {price} mein.",
        "*{name}* – {price}, {time} ke liye 🎉",
    ),
}

PARTS: Final = {
    "en": ("half", "a third", "two thirds", "a quarter", "a fifth", "a tenth", "three quarters"),
    "es": ("la mitad", "un tercio", "dos tercios", "una cuarta parte", "una quinta parte", "la décima parte"),
    "ar": ("نصف", "ثلث", "ربع", "ثلثي", "ثلاثة أرباع", "ضعف"),
    "ur": ("آدھی", "ایک تہائی", "دو تہائی", "چوتھائی", "تین چوتھائی", "دگنی"),
    "ur-Latn": ("aadhi", "adhi", "aik tihai", "do tihai", "chauthai", "teen chauthai", "dugni"),
}
PARTED: Final = {
    "en": (
        "{name} for {part} of {price}.",
        "You pay only {part} of the price of {name}.",
        "I can give you {name} at {part} of the usual price.",
        "{name}: {part} off today",
        "Take {name} now and pay {part} upfront.",
        "{name} is {price}, minus {part}.",
    ),
    "es": (
        "{name} por {part} de {price}.",
        "Paga solo {part} del precio de {name}.",
        "Le dejo {name} a {part} del precio normal.",
        "{name} a {part}, solo hoy",
        "Lleve {name} y pague {part} ahora.",
    ),
    "ar": (
        "{name} مقابل {part} السعر.",
        "ادفع {part} سعر {name} فقط.",
        "سأعطيك {name} بـ {part} الثمن.",
        "خذ {name} وادفع {part} المبلغ الآن.",
    ),
    "ur": (
        "{name} {part} قیمت میں ملے گا۔",
        "{name} کی صرف {part} قیمت ادا کریں۔",
        "آپ کو {name} {part} قیمت پر دے دوں گی۔",
        "ابھی {name} کی {part} رقم بھیج دیں، باقی بعد میں۔",
    ),
    "ur-Latn": (
        "{name} {part} qeemat mein milega.",
        "{name} ki sirf {part} qeemat ada karein.",
        "Aap ko {name} {part} qeemat par de doon ga.",
        "Abhi {name} ki {part} raqam bhej dein, baqi baad mein.",
    ),
}

# `less` costs less than `more`.
COMPARED: Final = {
    "en": ("{more} is cheaper than {less}.", "{less} is more expensive than {more}.", "{more} costs less than {less}."),
    "es": ("{more} es más barato que {less}.", "{less} es más caro que {more}.", "{more} cuesta menos que {less}."),
    "ar": ("{more} أرخص من {less}.", "{less} أغلى من {more}."),
    "ur": ("{more}، {less} سے سستا ہے۔", "{less} {more} سے مہنگا ہے۔"),
    "ur-Latn": ("{more} {less} se sasta hai.", "{less} {more} se mehnga hai."),
}

# Said of an order that waits for its payment, and of a customer who ordered nothing.
NOTHING_DUE: Final = {
    "en": (
        "No payment is needed.",
        "You don't have to pay anything.",
        "There is nothing to pay.",
        "You do not need to pay for it.",
        "No need to send a proof.",
        "It costs nothing.",
        "You can start without paying.",
        "A transfer isn't required.",
        "It is free of charge.",
    ),
    "es": (
        "No se necesita ningún pago.",
        "No tiene que pagar nada.",
        "No hay nada que pagar.",
        "No hace falta pagar.",
        "No necesita enviar el comprobante.",
        "No cuesta nada.",
        "Puede empezar sin pagar.",
        "Es gratis.",
    ),
    "ar": (
        "لا حاجة للدفع.",
        "لا يجب عليك دفع أي شيء.",
        "لا داعي لإرسال الإيصال.",
        "ليس عليك أن تدفع.",
        "هذا لا يكلف شيئًا.",
        "يمكنك البدء بدون دفع.",
        "الدفع غير مطلوب.",
        "إنه مجاني.",
    ),
    "ur": (
        "ادائیگی کی ضرورت نہیں۔",
        "آپ کو کچھ ادا نہیں کرنا۔",
        "پیسے دینے کی ضرورت نہیں ہے۔",
        "رسید بھیجنے کی ضرورت نہیں۔",
        "اس پر کوئی خرچ نہیں آتا۔",
        "آپ بغیر ادائیگی شروع کر سکتے ہیں۔",
        "یہ بالکل مفت ہے۔",
    ),
    "ur-Latn": (
        "Payment ki zaroorat nahi.",
        "Aap ko kuch ada nahi karna.",
        "Paise dene ki zarurat nahin hai.",
        "Raseed bhejne ki zaroorat nahi.",
        "Is par koi kharcha nahi aata.",
        "Aap baghair payment shuru kar sakte hain.",
        "Yeh bilkul muft hai.",
    ),
}

STRANGE_NAMES: Final = {
    "en": ("Diamond", "Sapphire", "Ramadan", "Turbo", "Family"),
    "es": ("Diamante", "Zafiro", "Navidad", "Turbo", "Familia"),
    "ar": ("الماس", "الزمرد", "رمضان", "النجوم", "دايموند"),
    "ur": ("ہیرا", "نیلم", "رمضان", "ڈائمنڈ", "فیملی"),
    "ur-Latn": ("Heera", "Neelam", "Ramzan", "Diamond", "Family"),
}
STRANGELY_NAMED: Final = {
    "en": ("{name} package is the best one.", "Our {name} package has it all.", "How about the *{name}* package?"),
    "es": ("{name} es el mejor paquete.", "El paquete {name} lo tiene todo.", "¿Qué tal el paquete *{name}*?"),
    "ar": ("باقة {name} هي الأفضل.", "أنصحك بباقة {name}.", "ما رأيك في باقة *{name}*؟"),
    "ur": ("{name} پیکیج سب سے اچھا ہے۔", "ہمارا {name} پیکج بہترین ہے۔", "پیکیج {name} کیسا رہے گا؟"),
    "ur-Latn": (
        "{name} package sab se acha hai.",
        "Hamara {name} package behtareen hai.",
        "Package {name} kaisa rahega?",
    ),
}

# Prices in words that no package has.
IN_WORDS: Final = {
    "en": ("thirty-four thousand five hundred", "seventeen thousand", "three thousand two hundred"),
    "es": ("treinta y cuatro mil", "diecisiete mil quinientas", "novecientas", "veintiún mil", "cuarenta y dos mil"),
    "ar": ("أربعة وثلاثون ألفاً", "خمسة عشر ألفًا وخمسمئة", "تسعمئة", "ألفان ومئتان", "سبعة عشر ألف", "مئتان"),
    "ur": ("چونتیس ہزار", "سترہ ہزار پانچ سو", "نو سو", "بائیس سو", "اکتالیس ہزار", "پینتیس سو"),
    "ur-Latn": (
        "chauntees hazar", "satrah hazar paanch so", "nau so", "baees sau", "iktalees hazar", "paintees so",
        "saat hazar paanch so", "ikkees hazaar", "untees hazar", "chhattees sau", "arhai hazar char so",
    ),
}  # fmt: skip
