"""Makes texts with a false claim of each kind, in five languages, as a model that lies would write them."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from core.assistant.decision import PackageFact, TurnFacts
from models.catalog import DurationUnit
from tests.guard import false_money
from tests.guard.facts import BANK, CARE, COURSE, EASYPAISA, FACTS, JAZZCASH, NOTHING_ORDERED, SITES, TO_PAY

PACKAGES: Final = tuple(package for service in (SITES, CARE, COURSE) for package in service.packages)
METHODS: Final = (EASYPAISA, JAZZCASH, BANK)
LANGUAGES: Final = ("en", "es", "ar", "ur", "ur-Latn")


@dataclass(frozen=True, slots=True)
class Lie:
    """`sentence` is the false one of `text`."""

    language: str
    text: str
    sentence: str
    facts: TurnFacts
    said: tuple[str, ...]
    kind: str


OPENINGS: Final = {
    "en": ("", "Hello! ", "Good question. ", "Thank you for waiting.\n", "Gold care has 20 posts a month. "),
    "es": ("", "¡Hola! ", "Buena pregunta. ", "Gracias por esperar.\n", "Gold care tiene 20 publicaciones. "),
    "ar": ("", "مرحبًا! ", "سؤال جيد. ", "شكرًا لانتظارك.\n", "تشمل Gold care 20 منشورًا. "),
    "ur": ("", "جی! ", "اچھا سوال ہے۔ ", "انتظار کا شکریہ۔\n", "Gold care میں 20 پوسٹس ہیں۔ "),
    "ur-Latn": ("", "Ji! ", "Acha sawal hai. ", "Intezar ka shukriya.\n", "Gold care mein 20 posts hain. "),
}

PRICED: Final = {
    "en": (
        "{name} costs {price}.",
        "The price of {name} is {price}.",
        "{name}: {price}",
        "You can have {name} for only {price}!",
        "For {price} you get {name}.",
        "*{name}* is just {price} today.",
        "{name} is now available at {price} per month.",
        "We offer {name} at {price}, would you like it?",
        "- {name} ({price})",
        "You pay {price} for {name}.",
    ),
    "es": (
        "{name} cuesta {price}.",
        "El precio de {name} es {price}.",
        "{name}: {price}",
        "Puede tener {name} por solo {price}.",
        "Por {price} tiene {name}.",
        "*{name}* vale {price} hoy.",
        "- {name} ({price})",
        "Usted paga {price} por {name}.",
    ),
    "ar": (
        "سعر {name} هو {price}.",
        "تكلف {name} {price}.",
        "{name}: {price}",
        "يمكنك الحصول على {name} بسعر {price} فقط.",
        "مقابل {price} تحصل على {name}.",
        "*{name}* الآن بسعر {price}.",
        "- {name} ({price})",
    ),
    "ur": (
        "{name} کی قیمت {price} ہے۔",
        "{name} {price} کا ہے۔",
        "{name}: {price}",
        "{name} آپ کو صرف {price} میں ملے گا۔",
        "{price} میں آپ کو {name} مل جائے گا۔",
        "*{name}* آج {price} میں دستیاب ہے۔",
        "- {name} ({price})",
    ),
    "ur-Latn": (
        "{name} ki qeemat {price} hai.",
        "{name} {price} ka hai.",
        "{name}: {price}",
        "{name} aap ko sirf {price} mein milega.",
        "{price} mein aap ko {name} mil jayega.",
        "*{name}* aaj {price} mein hai.",
        "- {name} ({price})",
    ),
}

SWAPPED: Final = {
    "en": (
        "{first} costs {second_price} and {second} costs {first_price}.",
        "{first} is {second_price}, {second} is {first_price}.",
        "For {second_price} you get {first}, for {first_price} {second}.",
        "{first} and {second} cost {second_price} and {first_price} respectively.",
        "- {first}: {second_price}\n- {second}: {first_price}",
    ),
    "es": (
        "{first} cuesta {second_price} y {second} cuesta {first_price}.",
        "{first} vale {second_price}, {second} vale {first_price}.",
        "Por {second_price} tiene {first} y por {first_price} tiene {second}.",
        "{first} y {second} cuestan {second_price} y {first_price} respectivamente.",
    ),
    "ar": (
        "سعر {first} هو {second_price} وسعر {second} هو {first_price}.",
        "{first}: {second_price}، {second}: {first_price}",
        "مقابل {second_price} تحصل على {first} ومقابل {first_price} تحصل على {second}.",
    ),
    "ur": (
        "{first} {second_price} کا ہے اور {second} {first_price} کا۔",
        "{first}: {second_price}، {second}: {first_price}",
        "{second_price} میں {first} ملے گا، اور {first_price} میں {second}۔",
    ),
    "ur-Latn": (
        "{first} {second_price} ka hai aur {second} {first_price} ka.",
        "{first}: {second_price}, {second}: {first_price}",
        "{second_price} mein {first} milega, aur {first_price} mein {second}.",
    ),
}

NAMED: Final = {
    "en": ("{name} is a good choice.", "Let me tell you about {name}."),
    "es": ("{name} es una buena opción.", "Le cuento sobre {name}."),
    "ar": ("{name} خيار ممتاز.", "دعني أخبرك عن {name}."),
    "ur": ("{name} بہت اچھا انتخاب ہے۔", "میں آپ کو {name} کے بارے میں بتاتی ہوں۔"),
    "ur-Latn": ("{name} bohat acha intikhab hai.", "Main aap ko {name} ke baare mein batati hoon."),
}
OF_IT: Final = {
    "en": ("It costs {price}.", "The price is {price}.", "You get it for {price}.", "That would be {price}."),
    "es": ("Cuesta {price}.", "El precio es {price}.", "Lo tiene por {price}.", "Serían {price}."),
    "ar": ("سعرها {price}.", "تكلف {price}.", "يمكنك الحصول عليها مقابل {price}."),
    "ur": ("اس کی قیمت {price} ہے۔", "یہ {price} کا ہے۔", "آپ کو {price} میں ملے گا۔"),
    "ur-Latn": ("Is ki qeemat {price} hai.", "Yeh {price} ka hai.", "Aap ko {price} mein milega."),
}
TOTALLED: Final = {
    "en": (
        "{quantity} × {name} = {price}",
        "{quantity} x {name} cost {price} in total.",
        "The total for {quantity} {name} is {price}.",
    ),
    "es": (
        "{quantity} × {name} = {price}",
        "{quantity} {name} cuestan {price} en total.",
        "El total de {quantity} {name} es {price}.",
    ),
    "ar": ("{quantity} × {name} = {price}", "المجموع لعدد {quantity} من {name} هو {price}."),
    "ur": ("{quantity} × {name} = {price}", "{quantity} {name} کا کل {price} ہے۔"),
    "ur-Latn": ("{quantity} × {name} = {price}", "{quantity} {name} ka total {price} hai."),
}
STARTING: Final = {
    "en": ("{name} starts from {price}.", "{name} (from {price})"),
    "es": ("{name} empieza desde {price}.", "{name} (desde {price})"),
    "ar": ("تبدأ {name} من {price}.", "{name} (ابتداءً من {price})"),
    "ur": ("{name} {price} سے شروع ہوتا ہے۔", "{name} ({price} سے)"),
    "ur-Latn": ("{name} {price} se shuru hota hai.", "{name} ({price} se)"),
}
OWED: Final = {
    "en": (
        "Please pay {price} for order {number}.",
        "The total of your order {number} is {price}.",
        "Please send {price} by EasyPaisa.",
    ),
    "es": (
        "Por favor pague {price} por el pedido {number}.",
        "El total de su pedido {number} es {price}.",
        "Envíe {price} por EasyPaisa.",
    ),
    "ar": ("يرجى دفع {price} للطلب رقم {number}.", "إجمالي طلبك {number} هو {price}.", "أرسل {price} عبر EasyPaisa."),
    "ur": (
        "براہِ کرم آرڈر {number} کے لیے {price} ادا کریں۔",
        "آپ کے آرڈر {number} کا کل {price} ہے۔",
        "{price} EasyPaisa سے بھیجیں۔",
    ),
    "ur-Latn": (
        "Baraye meharbani order {number} ke liye {price} ada karein.",
        "Aap ke order {number} ka total {price} hai.",
        "{price} EasyPaisa se bhejein.",
    ),
}
AGREED: Final = {
    "en": (
        "Yes, {price} is right.",
        "No, it is {price}.",
        "As you said, {name} is {price}.",
        "You are right, it costs {price}.",
        "Okay, {price} then!",
    ),
    "es": (
        "Sí, {price} es correcto.",
        "No, cuesta {price}.",
        "Como usted dijo, {name} cuesta {price}.",
        "De acuerdo, por {price}.",
    ),
    "ar": ("نعم، السعر {price} صحيح.", "لا، السعر {price}.", "كما قلت، سعر {name} هو {price}."),
    "ur": ("جی ہاں، {price} درست ہے۔", "جی نہیں، یہ {price} کا ہے۔", "جیسا آپ نے کہا، {name} {price} کا ہے۔"),
    "ur-Latn": (
        "Ji haan, {price} sahi hai.",
        "Ji nahi, yeh {price} ka hai.",
        "Jaisa aap ne kaha, {name} {price} ka hai.",
    ),
}
DENIED: Final = {
    "en": ("No, {name} does not cost {price}.", "{name} is not {price}.", "{name} isn't {price}."),
    "es": ("{name} no cuesta {price}.", "No, {name} no vale {price}."),
    "ar": ("لا تكلف {name} {price}.", "ليس سعر {name} {price}."),
    "ur": ("{name} {price} کا نہیں ہے۔", "جی نہیں، {name} کی قیمت {price} نہیں ہے۔"),
    "ur-Latn": ("{name} {price} ka nahi hai.", "Ji nahi, {name} ki qeemat {price} nahi hai."),
}

PAYEES: Final = ("Ahmed Khan", "Bilal Traders", "Maria López", "John Smith", "Simple Services", "Sample Holdings")
PAYEE: Final = {
    "en": (
        "Please send it to {label} {number}, account name {payee}.",
        "Account name: {payee}",
        "Transfer to {payee}, {label} {number}.",
        "The account holder of our {label} account is {payee}.",
        "You can pay {payee} at {number} ({label}).",
    ),
    "es": (
        "Envíe el pago a {label} {number}, titular {payee}.",
        "Titular: {payee}",
        "Transfiera a {payee}, {label} {number}.",
        "La cuenta {label} está a nombre de {payee}.",
    ),
    "ar": (
        "أرسل المبلغ إلى {label} رقم {number} باسم {payee}.",
        "اسم صاحب الحساب: {payee}",
        "حول المبلغ إلى {payee} على {label} {number}.",
        "حساب {label} باسم {payee}.",
    ),
    "ur": (
        "رقم {label} {number} پر بھیجیں، اکاؤنٹ کا نام {payee}۔",
        "اکاؤنٹ کا نام: {payee}",
        "رقم {payee} کو {label} {number} پر بھیجیں۔",
        "{label} کا اکاؤنٹ {payee} کے نام پر ہے۔",
    ),
    "ur-Latn": (
        "Raqam {label} {number} par bhejein, account ka naam {payee}.",
        "Account ka naam: {payee}",
        "Raqam {payee} ko {label} {number} par bhejein.",
        "{label} ka account {payee} ke naam par hai.",
    ),
}
NATIVE_PAYEES: Final = {"ur": ("احمد خان", "بلال ٹریڈرز"), "ar": ("أحمد خان", "مؤسسة النور")}

NUMBERED: Final = {
    "en": (
        "Please pay to {label} {number}.",
        "{label}: {number}",
        "Our {label} account number is {number}.",
        "{number}",
    ),
    "es": (
        "Pague a {label} {number}.",
        "{label}: {number}",
        "Nuestro número de cuenta {label} es {number}.",
        "{number}",
    ),
    "ar": ("ادفع إلى {label} {number}.", "{label}: {number}", "رقم حساب {label} لدينا هو {number}.", "{number}"),
    "ur": ("{label} {number} پر ادا کریں۔", "{label}: {number}", "ہمارا {label} اکاؤنٹ نمبر {number} ہے۔", "{number}"),
    "ur-Latn": (
        "{label} {number} par ada karein.",
        "{label}: {number}",
        "Hamara {label} account number {number} hai.",
        "{number}",
    ),
}

DISCOUNTED: Final = {
    "en": (
        "You get {percent}% off {name}.",
        "We give you a {percent} percent discount today.",
        "There is a special offer: {percent}% discount!",
        "{name} is half price this week.",
        "The first month of {name} is free.",
        "Take two and get a discount on {name}.",
    ),
    "es": (
        "Tiene un {percent}% de descuento en {name}.",
        "Le damos un {percent} por ciento de descuento hoy.",
        "¡Hay una oferta especial: {percent} % de descuento!",
        "{name} está a mitad de precio esta semana.",
        "El primer mes de {name} es gratis.",
    ),
    "ar": (
        "لك خصم {percent}% على {name}.",
        "نقدم لك خصمًا قدره {percent} بالمئة اليوم.",
        "عرض خاص: خصم {percent}٪ على {name}!",
        "{name} بنصف السعر هذا الأسبوع، نصف السعر.",
        "الشهر الأول من {name} مجاني.",
    ),
    "ur": (
        "آپ کو {name} پر {percent}% رعایت ملے گی۔",
        "آج ہم آپ کو {percent} فیصد ڈسکاؤنٹ دیتے ہیں۔",
        "خصوصی آفر: {percent}٪ رعایت!",
        "{name} اس ہفتے آدھی قیمت پر ہے۔",
        "{name} کا پہلا مہینہ مفت ہے۔",
    ),
    "ur-Latn": (
        "Aap ko {name} par {percent}% riayat milegi.",
        "Aaj hum aap ko {percent} fisad discount dete hain.",
        "Khaas offer: {percent}% discount!",
        "{name} is hafte aadhi qeemat par hai.",
        "{name} ka pehla mahina muft hai.",
    ),
}

LINKS: Final = (
    "https://pay-sample.com/order", "http://sample.pk.evil.io/help", "www.cheap-sites.net", "bit.ly/3xYz",
    "wa.me/923001234567", "sample-services.shop", "https://sample.pk/pay", "pay@sample-services.com", "t.me/sampleshop",
    "@sample_services_pk", "sample.pk/help2",
)  # fmt: skip
LINKED: Final = {
    "en": ("You can pay here: {link}", "See {link} for more.", "Order at {link} now."),
    "es": ("Puede pagar aquí: {link}", "Vea {link} para más.", "Pida en {link} ahora."),
    "ar": ("يمكنك الدفع هنا: {link}", "زر {link} للمزيد.", "اطلب من {link} الآن."),
    "ur": ("آپ یہاں ادا کر سکتے ہیں: {link}", "مزید کے لیے {link} دیکھیں۔", "ابھی {link} سے آرڈر کریں۔"),
    "ur-Latn": (
        "Aap yahan ada kar sakte hain: {link}",
        "Mazeed ke liye {link} dekhein.",
        "Abhi {link} se order karein.",
    ),
}

ORDERED: Final = {
    "en": (
        "Your order {number} is with us.",
        "I found your order number {number}.",
        "*{number}*: Gold care",
        "Order {number} belongs to you.",
    ),
    "es": ("Su pedido {number} está con nosotros.", "Encontré su pedido número {number}.", "*{number}*: Gold care"),
    "ar": ("طلبك رقم {number} لدينا.", "وجدت الطلب رقم {number}.", "*{number}*: Gold care"),
    "ur": ("آپ کا آرڈر {number} ہمارے پاس ہے۔", "مجھے آپ کا آرڈر نمبر {number} ملا۔", "*{number}*: Gold care"),
    "ur-Latn": (
        "Aap ka order {number} hamare paas hai.",
        "Mujhe aap ka order number {number} mila.",
        "*{number}*: Gold care",
    ),
}

# Said of an order that waits for its payment, and of a customer who ordered nothing.
WRONG_STATUS: Final = {
    "en": (
        "Your payment has been received, thank you!",
        "Your order PX-1050 is paid.",
        "Your order has been shipped.",
        "We have confirmed your payment.",
        "Your order PX-1050 was cancelled.",
        "We have refunded your payment.",
        "Your order is completed.",
        "Your payment was rejected.",
        "Good news, your payment is approved.",
        "Your order is on its way.",
    ),
    "es": (
        "¡Hemos recibido su pago, gracias!",
        "Su pedido PX-1050 está pagado.",
        "Su pedido ha sido enviado.",
        "Su pago fue aprobado.",
        "Su pedido PX-1050 fue cancelado.",
        "Hemos reembolsado su dinero.",
        "Su pedido está completado.",
        "Su pago fue rechazado.",
    ),
    "ar": (
        "تم استلام الدفع، شكرًا لك!",
        "طلبك PX-1050 مدفوع.",
        "تم شحن طلبك.",
        "تم تأكيد الدفع.",
        "تم إلغاء طلبك PX-1050.",
        "تم رد المبلغ إليك.",
        "طلبك مكتمل.",
        "تم رفض الدفع.",
    ),
    "ur": (
        "آپ کی ادائیگی موصول ہو گئی ہے، شکریہ!",
        "آپ کے آرڈر PX-1050 کی ادائیگی ہو چکی ہے۔",
        "آپ کا آرڈر روانہ کر دیا گیا ہے۔",
        "آپ کی ادائیگی کی تصدیق ہو گئی ہے۔",
        "آپ کا آرڈر PX-1050 منسوخ ہو گیا ہے۔",
        "آپ کی رقم واپس کر دی گئی ہے۔",
        "آپ کا آرڈر مکمل ہے۔",
        "آپ کی ادائیگی مسترد ہو گئی ہے۔",
    ),
    "ur-Latn": (
        "Aap ki payment mil gayi hai, shukriya!",
        "Aap ke order PX-1050 ki payment ho chuki hai.",
        "Aap ka order bhej diya gaya hai.",
        "Aap ki payment confirm ho gayi hai.",
        "Aap ka order PX-1050 cancel ho gaya hai.",
        "Aap ki raqam wapas kar di gayi hai.",
        "Aap ka order mukammal hai.",
        "Aap ki payment reject ho gayi hai.",
    ),
}

INVENTED: Final = {
    "en": ("We also have Diamond care.", "Our Diamond package is the best.", "How about the Mega store?"),
    "es": ("También tenemos Diamond care.", "Nuestro paquete Diamante es el mejor."),
    "ar": ("لدينا أيضًا Diamond care.", "باقة Diamond هي الأفضل."),
    "ur": ("ہمارے پاس Diamond care بھی ہے۔", "ہمارا Diamond پیکیج سب سے اچھا ہے۔"),
    "ur-Latn": ("Hamare paas Diamond care bhi hai.", "Hamara Diamond package sab se acha hai."),
}

_EASTERN: Final = str.maketrans("0123456789,.", "٠١٢٣٤٥٦٧٨٩٬٫")
_PERSIAN: Final = str.maketrans("0123456789,.", "۰۱۲۳۴۵۶۷۸۹٬٫")
_THOUSAND: Final = {"en": "thousand", "es": "mil", "ar": "ألف", "ur": "ہزار", "ur-Latn": "hazar"}
_RUPEES: Final = {"en": "rupees", "es": "rupias", "ar": "روبية", "ur": "روپے", "ur-Latn": "rupay"}


def written(amount: int, language: str, dice: random.Random, *, marked: bool = False) -> str:
    """The amount in one of the forms that people of that language use; `marked` ones show that they are money."""
    grouped = f"{amount:,}"
    if language == "es":
        grouped = grouped.replace(",", ".")
    forms = [grouped, str(amount)] if amount >= 1000 and not marked else []
    forms += [f"PKR {grouped}", f"Rs {grouped}", f"Rs. {amount}/-", f"₨{grouped}", f"{grouped} {_RUPEES[language]}"]
    if amount % 1000 == 0:
        forms += [
            f"{amount // 1000} {_THOUSAND[language]} {_RUPEES[language]}",
            f"{amount // 1000} {_THOUSAND[language]}",
            f"{amount // 1000}k",
        ]
    if amount >= 100_000 and language != "es":
        forms.append(f"Rs {_indian(amount)}")
    if language in ("ar", "ur"):
        forms += [
            f"{f'{amount:,}'.translate(_EASTERN)} {_RUPEES[language]}",
            f"{f'{amount:,}'.translate(_PERSIAN)} {_RUPEES[language]}",
        ]
    return dice.choice(forms)


def _indian(amount: int) -> str:
    head, tail = divmod(amount, 1000)
    parts = [f"{tail:03}"]
    while head >= 100:
        head, pair = divmod(head, 100)
        parts.insert(0, f"{pair:02}")
    return ",".join([str(head), *parts])


def wrong_amount(package: PackageFact, dice: random.Random) -> int:
    true = package.price.amount // 100
    candidates = [
        *(each.price.amount // 100 for each in PACKAGES),
        true // 10, true * 10, true - 500, true + 1000, true // 2, true - 1, 500, 999, dice.randrange(100, 200) * 100,
        dice.randrange(100, 99_999),
    ]  # fmt: skip
    return dice.choice([each for each in candidates if each != true and each >= 100])


def lie(dice: random.Random) -> Lie:
    language = dice.choice(LANGUAGES)
    make = dice.choice(_MAKERS)
    facts, sentence, said = make(language, dice)
    # The last opening names a package; it may make true what is said of "it" after it.
    opening = dice.choice(OPENINGS[language][:-1] if make in _OF_WHAT_WAS_NAMED else OPENINGS[language])
    return Lie(language, opening + sentence, sentence, facts, said, make.__name__.removeprefix("_"))


Made = tuple[TurnFacts, str, tuple[str, ...]]


def _customer(amount: int, package: PackageFact, dice: random.Random) -> tuple[str, ...]:
    """Often the customer named the wrong price first: their words are no facts."""
    return dice.choice(
        [(), (f"is {package.name} {amount}?",), (f"{amount}",), (f"give me {package.name} for Rs {amount}",)]
    )


def _a_wrong_price(language: str, dice: random.Random) -> Made:
    package = dice.choice(PACKAGES)
    amount = wrong_amount(package, dice)
    sentence = dice.choice(PRICED[language]).format(name=package.name, price=written(amount, language, dice))
    return FACTS, sentence, _customer(amount, package, dice)


def _a_wrong_price_of_it(language: str, dice: random.Random) -> Made:
    """The package was named in the sentence before, or by the customer."""
    package = dice.choice(PACKAGES)
    price = written(wrong_amount(package, dice), language, dice)
    sentence = dice.choice(OF_IT[language]).format(price=price)
    if dice.random() < 0.5:
        return FACTS, f"{dice.choice(NAMED[language]).format(name=package.name)} {sentence}", ()
    return FACTS, sentence, (f"{package.name}?",)


def _a_wrong_total(language: str, dice: random.Random) -> Made:
    package, quantity = dice.choice(PACKAGES), dice.randrange(2, 9)
    true = package.price.amount // 100 * quantity
    amount = dice.choice([true - 500, true + 1000, true // quantity, true // quantity * (quantity + 1), true * 10])
    sentence = dice.choice(TOTALLED[language]).format(
        quantity=quantity, name=package.name, price=written(amount, language, dice, marked=True)
    )
    return FACTS, sentence, ()


def _a_wrong_start(language: str, dice: random.Random) -> Made:
    service = dice.choice([SITES, CARE, COURSE])
    lowest = min(package.price.amount for package in service.packages) // 100
    amount = dice.choice([lowest - 500, lowest // 2, lowest + 1000, lowest * 2])
    sentence = dice.choice(STARTING[language]).format(
        name=service.name, price=written(amount, language, dice, marked=True)
    )
    return FACTS, sentence, ()


def _a_wrong_sum_of_an_order(language: str, dice: random.Random) -> Made:
    amount = dice.choice([12_000, 1_500, 150_000, 14_999, 35_000, 25_000])
    sentence = dice.choice(OWED[language]).format(number="PX-1050", price=written(amount, language, dice, marked=True))
    return TO_PAY, sentence, (f"{amount}?",)


def _a_yes_to_the_customers_price(language: str, dice: random.Random) -> Made:
    package = dice.choice(PACKAGES)
    amount = wrong_amount(package, dice)
    sentence = dice.choice(AGREED[language]).format(name=package.name, price=written(amount, language, dice))
    return FACTS, sentence, (f"{package.name} {amount}?",)


def _a_denial_of_the_truth(language: str, dice: random.Random) -> Made:
    package = dice.choice(PACKAGES)
    true = package.price.amount // 100
    sentence = dice.choice(DENIED[language]).format(name=package.name, price=written(true, language, dice))
    return FACTS, sentence, dice.choice([(), (f"{package.name} {true}?",)])


def _a_foreign_currency(language: str, dice: random.Random) -> Made:
    package = dice.choice(PACKAGES)
    true = f"{package.price.amount // 100:,}".replace(",", "." if language == "es" else ",")
    price = dice.choice(
        [f"USD {true}", f"${true}", f"{true} €", f"EUR {true}", f"£{true}", f"AED {true}", f"{true} SAR"]
    )
    return FACTS, dice.choice(PRICED[language]).format(name=package.name, price=price), ()


def _swapped_prices(language: str, dice: random.Random) -> Made:
    first, second = dice.sample(PACKAGES, 2)
    sentence = dice.choice(SWAPPED[language]).format(
        first=first.name,
        second=second.name,
        first_price=written(first.price.amount // 100, language, dice),
        second_price=written(second.price.amount // 100, language, dice),
    )
    return FACTS, sentence, ()


def _a_wrong_payee(language: str, dice: random.Random) -> Made:
    method = dice.choice(METHODS)
    others = [each.payee_name for each in METHODS if each is not method]
    template = dice.choice(PAYEE[language])
    names = [*PAYEES, *NATIVE_PAYEES.get(language, ())]
    if "{label}" in template:
        names += others
    sentence = template.format(label=method.label, number=method.account_number, payee=dice.choice(names))
    return TO_PAY, sentence, ()


def _changed(number: str, dice: random.Random) -> str:
    at = dice.choice([index for index, sign in enumerate(number) if sign.isdigit()])
    other = dice.choice([digit for digit in "0123456789" if digit != number[at]])
    kind = dice.randrange(3)
    if kind == 0:
        return number[:at] + number[at + 1 :]
    if kind == 1:
        return number[:at] + other + number[at:]
    return number[:at] + other + number[at + 1 :]


def _a_changed_number(language: str, dice: random.Random) -> Made:
    method = dice.choice(METHODS)
    number = _changed(method.account_number, dice)
    if language in ("ar", "ur") and dice.random() < 0.3:
        number = number.translate(dice.choice([_EASTERN, _PERSIAN]))
    elif dice.random() < 0.3:
        number = number.replace(" ", "-")
    return TO_PAY, dice.choice(NUMBERED[language]).format(label=method.label, number=number), ()


def _a_number_of_another(language: str, dice: random.Random) -> Made:
    method, other = dice.sample(METHODS, 2)
    template = dice.choice([each for each in NUMBERED[language] if "{label}" in each])
    return TO_PAY, template.format(label=method.label, number=other.account_number), ()


def _a_lone_number(language: str, dice: random.Random) -> Made:
    number = f"03{dice.randrange(10**8, 10**9)}"
    return TO_PAY, number if dice.random() < 0.5 else f"{number[:4]} {number[4:]}", (number,)


def _a_discount(language: str, dice: random.Random) -> Made:
    percent = dice.choice([5, 15, 20, 25, 30, 50, 70, 99])
    package = dice.choice(PACKAGES)
    sentence = dice.choice(DISCOUNTED[language]).format(percent=percent, name=package.name)
    return FACTS, sentence, dice.choice([(), (f"{percent}% discount?",)])


def _a_foreign_link(language: str, dice: random.Random) -> Made:
    link = dice.choice(LINKS)
    return FACTS, dice.choice(LINKED[language]).format(link=link), dice.choice([(), (link,)])


def _an_invented_order(language: str, dice: random.Random) -> Made:
    number = dice.choice([number for number in range(1000, 1100) if number not in (1042, 1038)])
    said = dice.choice([f"PX-{number}", f"PX{number}", f"PX {number}"])
    return dice.choice([FACTS, NOTHING_ORDERED]), dice.choice(ORDERED[language]).format(number=said), ()


def _a_wrong_status(language: str, dice: random.Random) -> Made:
    return TO_PAY, dice.choice(WRONG_STATUS[language]), ()


def _a_status_of_nothing(language: str, dice: random.Random) -> Made:
    texts = [text for text in WRONG_STATUS[language] if "PX" not in text]
    return NOTHING_ORDERED, dice.choice(texts), ()


def _an_invented_package(language: str, dice: random.Random) -> Made:
    return FACTS, dice.choice(INVENTED[language]), ()


_DAYS: Final = {DurationUnit.DAY: 1, DurationUnit.WEEK: 7, DurationUnit.MONTH: 30}


def _another_time(language: str, dice: random.Random) -> Made:
    """The price is true, but not of that time."""
    package = dice.choice(PACKAGES)
    lasts = (package.duration_count or 0) * _DAYS[package.duration_unit or DurationUnit.DAY]
    times = [time for time, days in false_money.TIMES[language] if not lasts * 0.9 <= days <= lasts * 1.1]
    price = written(package.price.amount // 100, language, dice)
    sentence = dice.choice(false_money.TIMED[language]).format(name=package.name, price=price, time=dice.choice(times))
    return FACTS, sentence, dice.choice([(), (f"{package.name}?",)])


def _a_part_of_the_price(language: str, dice: random.Random) -> Made:
    package = dice.choice(PACKAGES)
    sentence = dice.choice(false_money.PARTED[language]).format(
        name=package.name,
        price=written(package.price.amount // 100, language, dice),
        part=dice.choice(false_money.PARTS[language]),
    )
    return FACTS, sentence, ()


def _a_wrong_comparison(language: str, dice: random.Random) -> Made:
    less, more = sorted(dice.sample(PACKAGES, 2), key=lambda package: package.price.amount)
    sentence = dice.choice(false_money.COMPARED[language]).format(less=less.name, more=more.name)
    return FACTS, sentence, ()


def _nothing_due(language: str, dice: random.Random) -> Made:
    return dice.choice([TO_PAY, NOTHING_ORDERED]), dice.choice(false_money.NOTHING_DUE[language]), ()


def _a_strange_name(language: str, dice: random.Random) -> Made:
    name = dice.choice(false_money.STRANGE_NAMES[language])
    return FACTS, dice.choice(false_money.STRANGELY_NAMED[language]).format(name=name), ()


def _a_price_in_words(language: str, dice: random.Random) -> Made:
    package, price = dice.choice(PACKAGES), dice.choice(false_money.IN_WORDS[language])
    return FACTS, dice.choice(PRICED[language]).format(name=package.name, price=price), (f"{package.name} {price}?",)


_MAKERS: Final[tuple[Callable[[str, random.Random], Made], ...]] = (
    _a_wrong_price,
    _a_wrong_price,
    _a_wrong_price,
    _swapped_prices,
    _swapped_prices,
    _a_wrong_payee,
    _a_wrong_price_of_it,
    _a_wrong_total,
    _a_wrong_start,
    _a_wrong_sum_of_an_order,
    _a_yes_to_the_customers_price,
    _a_denial_of_the_truth,
    _a_foreign_currency,
    _a_changed_number,
    _a_number_of_another,
    _a_lone_number,
    _a_discount,
    _a_foreign_link,
    _an_invented_order,
    _a_wrong_status,
    _a_status_of_nothing,
    _an_invented_package,
    _another_time,
    _another_time,
    _a_part_of_the_price,
    _a_wrong_comparison,
    _nothing_due,
    _a_strange_name,
    _a_price_in_words,
)

_OF_WHAT_WAS_NAMED: Final = (_a_wrong_price_of_it, _a_yes_to_the_customers_price)
