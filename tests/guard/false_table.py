"""False texts of each language, written by hand, with the kind of claim that is wrong in them."""

from core.assistant.decision import TurnFacts
from core.assistant.guard.sentence import Kind
from tests.guard import (
    false_again,
    false_chats,
    false_fresh,
    false_last,
    false_promises,
    false_sales,
    false_search,
    false_ways,
)
from tests.guard.facts import DRAFTED, FACTS, NOTHING_ORDERED, TO_PAY

Text = tuple[str, TurnFacts, tuple[str, ...], Kind]


def _of(kind: Kind, facts: TurnFacts, *texts: str, said: tuple[str, ...] = ()) -> list[Text]:
    return [(text, facts, said, kind) for text in texts]


FALSE_TEXTS: dict[str, list[Text]] = {
    "en": [
        *_of(
            Kind.PRICE,
            FACTS,
            "It costs 15,000.",
            "Only 500 for you!",
            "No, it costs 500.",
            "Yes, you can have it for Rs 500.",
            "Why not take Gold care for 500?",
            "No, Gold care does not cost 35,000.",
            "You said 500, so Gold care is Rs 500.",
            said=("is gold care 500?",),
        ),
        *_of(
            Kind.PRICE,
            FACTS,
            "Gold care has 2 networks and costs 70,000.",
            "2 × Gold care = 35,000",
            "3 x Silver care makes 40,000 in total.",
            "Silver care and Gold care together cost 45,000.",
            "Gold care is USD 35,000.",
            "Gold care is $35.",
            "Gold care costs twelve thousand rupees.",
            "Gold care costs Rs 35.000,50.",
            "Our website packages start from 20,000.",
            "Website design goes from 25,000 to 90,000 rupees.",
            "Gold care comes with everything. It is only 12,500 a month.",
            "Silver care, which many like, is 15,000, while Gold care, the better one, is 30,000.",
            "The Gold one is 15,000.",
            "Our cheapest package costs Rs 500.",
            "Gold care: ３５０００００ rupees",
            "Gold care costs 35,000 plus a set-up fee of 5,000.",
            "Monthly class is 9,500, Exam preparation 3 lakh.",
        ),
        *_of(Kind.PRICE, DRAFTED, "That makes 18,000. Shall I place the order?", "Your total is PKR 9,000."),
        *_of(
            Kind.PRICE, TO_PAY, "Please pay PKR 12,000 for order PX-1050.", "Please transfer 1,500 rupees by EasyPaisa."
        ),
        *_of(
            Kind.PERCENT,
            FACTS,
            "Everyone gets 10% off.",
            "Students get 20% off the English course.",
            "If you order today it is 15 percent less.",
            "Don't miss our 50% off!",
            said=("50% off?",),
        ),
        *_of(
            Kind.DISCOUNT,
            FACTS,
            "Our team has a special discount for you.",
            "The set-up is free of charge.",
            "Gold care is half price this week.",
            "The first month is free for your business.",
            "I can offer you a voucher.",
        ),
        *_of(
            Kind.ACCOUNT,
            TO_PAY,
            "EasyPaisa: 0301 2345678",
            "EasyPaisa:\n0301 2345678",
            "Send it to Bilal, 0300 0000001.",
            "Our IBAN is PK36SCBL0000001123456703.",
            "Pay to JazzCash 0301-2345679.",
            "Use account 0345 1112223 at Standard Bank.",
        ),
        *_of(
            Kind.PAYEE,
            TO_PAY,
            "Please pay to Ahmed Khan by EasyPaisa.",
            "The account title is Khan Traders.",
            "Bank transfer, account name Sample Services.",
        ),
        *_of(Kind.PHONE, FACTS, "Call our manager on 0345 1112223.", "Write to +44 20 7946 0000 for help."),
        *_of(
            Kind.LINK,
            FACTS,
            "See sample dot com for more.",
            "Pay at paysample.com/now.",
            "Mail us: help@sample-shop.net",
        ),
        *_of(Kind.ORDER, FACTS, "Your order 1077 is here.", "Order #1043 is yours.", "Order px 1040 was found."),
        *_of(
            Kind.STATUS,
            TO_PAY,
            "After reviewing, we have confirmed your payment.",
            "Great news! Your payment went through.",
            "Please note that your order PX-1050 is paid.",
            "Your order PX-1050 is not waiting for payment.",
        ),
        *_of(Kind.STATUS, NOTHING_ORDERED, "Your order is confirmed!", "I have placed your order."),
        *_of(Kind.STATUS, FACTS, "Your order PX-1042 is completed.", "Order PX-1038 is cancelled."),
        *_of(Kind.CODE, FACTS, "Use the code EID2026 when you order.", "Your reference is TX998877."),
        *_of(Kind.PACKAGE, FACTS, "Our Diamond package has everything.", "We also offer Bronze care."),
    ],
    "es": [
        *_of(
            Kind.PRICE,
            FACTS,
            "Cuesta 15.000.",
            "No, cuesta 500.",
            "Sí, se lo dejo en 500 rupias.",
            "Gold care no cuesta 35.000.",
            said=("gold care cuesta 500?",),
        ),
        *_of(
            Kind.PRICE,
            FACTS,
            "Gold care cuesta treinta mil rupias.",
            "Gold care cuesta 35,5 mil.",
            "Gold care vale 35.000 dólares.",
            "Tres Silver care serían 40.000 en total.",
            "Los sitios web empiezan desde 20.000 rupias.",
            "El más barato cuesta 1.500 rupias.",
        ),
        *_of(Kind.PERCENT, FACTS, "Todos tienen 10% de descuento.", "Le rebajo un 15 por ciento."),
        *_of(Kind.DISCOUNT, FACTS, "El primer mes es gratis.", "Tenemos una promoción especial para usted."),
        *_of(Kind.ACCOUNT, TO_PAY, "EasyPaisa: 0301 2345678", "Envíe a Bilal, 0300 0000001."),
        *_of(Kind.PAYEE, TO_PAY, "Pague a Ahmed Khan por EasyPaisa.", "Titular de la cuenta: Khan Traders"),
        *_of(Kind.STATUS, TO_PAY, "Tras revisarlo, su pago fue aprobado.", "Su pedido fue entregado."),
        *_of(Kind.STATUS, NOTHING_ORDERED, "Su pedido está confirmado."),
        *_of(Kind.ORDER, FACTS, "Su pedido número 1077 está aquí."),
    ],
    "ar": [
        *_of(
            Kind.PRICE,
            FACTS,
            "سعرها 15,000.",
            "لا، سعرها 500.",
            "نعم، لك بسعر 500 روبية.",
            "لا تكلف Gold care 35,000.",
            said=("هل سعر gold care 500؟",),
        ),
        *_of(
            Kind.PRICE,
            FACTS,
            "سعر Gold care ثلاثون ألف روبية.",
            "سعر گولڈ كير ٣٠٬٠٠٠ روبية، أي Gold care.",
            "تكلف Gold care 35,000 دولار.",
            "3 × Silver care المجموع 40,000 روبية.",
            "تبدأ Website design من 20,000 روبية.",
        ),
        *_of(Kind.PERCENT, FACTS, "للجميع خصم 10٪.", "نخفض لك 15 بالمئة."),
        *_of(Kind.DISCOUNT, FACTS, "الشهر الأول مجاني.", "لدينا عرض خاص لك."),
        *_of(Kind.ACCOUNT, TO_PAY, "EasyPaisa: ٠٣٠١ ٢٣٤٥٦٧٨", "أرسل إلى بلال على 0300 0000001."),
        *_of(Kind.PAYEE, TO_PAY, "أرسل المبلغ إلى بلال عبر EasyPaisa.", "اسم صاحب الحساب: أحمد خان"),
        *_of(Kind.STATUS, TO_PAY, "استلمنا دفعتك، شكرًا.", "تم تسليم طلبك."),
        *_of(Kind.STATUS, NOTHING_ORDERED, "تم تأكيد طلبك."),
        *_of(Kind.ORDER, FACTS, "طلبك رقم 1077 لدينا."),
    ],
    "ur": [
        *_of(
            Kind.PRICE,
            FACTS,
            "اس کی قیمت 15,000 روپے ہے۔",
            "جی نہیں، یہ 500 روپے کا ہے۔",
            "جی، آپ کو 500 میں مل جائے گا۔",
            "Gold care 35,000 روپے کا نہیں ہے۔",
            said=("گولڈ کیئر 500 کا ہے؟",),
        ),
        *_of(
            Kind.PRICE,
            FACTS,
            "گولڈ کیئر کی قیمت پچیس ہزار روپے ہے۔",
            "گولڈ کیئر ڈیڑھ لاکھ روپے کا ہے۔",
            "Gold care ساڑھے تین ہزار کا ہے۔",
            "گولڈ کیئر صرف ۱۵٬۰۰۰ روپے۔",
            "Gold care پینتالیس ہزار روپے کا ہے۔",
            "Website design 20,000 روپے سے شروع ہوتا ہے۔",
        ),
        *_of(Kind.PERCENT, FACTS, "سب کو 10٪ رعایت ملے گی۔", "آپ کو 15 فیصد کم دینا ہو گا۔"),
        *_of(Kind.DISCOUNT, FACTS, "پہلا مہینہ مفت ہے۔", "آپ کے لیے خصوصی آفر ہے۔"),
        *_of(Kind.ACCOUNT, TO_PAY, "EasyPaisa: ۰۳۰۱ ۲۳۴۵۶۷۸", "بلال کو 0300 0000001 پر بھیجیں۔"),
        *_of(Kind.PAYEE, TO_PAY, "رقم بلال کو EasyPaisa سے بھیجیں۔", "اکاؤنٹ کا نام: احمد خان"),
        *_of(Kind.STATUS, TO_PAY, "آپ کی پیمنٹ مل گئی ہے۔", "آپ کا آرڈر ڈیلیور ہو گیا ہے۔"),
        *_of(Kind.STATUS, NOTHING_ORDERED, "آپ کا آرڈر کنفرم ہو گیا ہے۔"),
        *_of(Kind.ORDER, FACTS, "آپ کا آرڈر نمبر 1077 ہمارے پاس ہے۔"),
    ],
    "ur-Latn": [
        *_of(
            Kind.PRICE,
            FACTS,
            "Is ki qeemat 15,000 hai.",
            "Ji nahi, yeh 500 ka hai.",
            "Ji, aap ko 500 mein mil jayega.",
            "Gold care 35,000 ka nahi hai.",
            said=("gold care 500 ka hai?",),
        ),
        *_of(
            Kind.PRICE,
            FACTS,
            "Gold care pachees hazar rupay ka hai.",
            "Gold care dedh lakh ka hai.",
            "Gold care saadhe teen hazar ka hai.",
            "Gold care pachhpan hazar ka hai.",
            "Gold care 15k mein.",
            "Website design 20,000 rupay se shuru hota hai.",
        ),
        *_of(Kind.PERCENT, FACTS, "Sab ko 10% riayat milegi.", "Aap ko 15 fisad kam dena hoga."),
        *_of(Kind.DISCOUNT, FACTS, "Pehla mahina muft hai.", "Aap ke liye khaas offer hai."),
        *_of(Kind.ACCOUNT, TO_PAY, "EasyPaisa: 0301-2345678", "Bilal ko 0300 0000001 par bhejein."),
        *_of(Kind.PAYEE, TO_PAY, "Raqam Bilal ko EasyPaisa se bhejein.", "Account ka naam: Ahmed Khan"),
        *_of(Kind.STATUS, TO_PAY, "Aap ki payment mil gai hai.", "Aap ka order deliver ho gaya hai."),
        *_of(Kind.STATUS, NOTHING_ORDERED, "Aap ka order confirm ho gaya hai."),
        *_of(Kind.ORDER, FACTS, "Aap ka order number 1077 hamare paas hai."),
    ],
}

# Found by trying to get past the guard.
TRICKS: dict[str, dict[Kind, tuple[str, ...]]] = {
    "en": {
        Kind.PRICE: (
            "Gold care now goes for 29,999.",
            "Grab Gold care: 20k!",
            "Gold care (normally 40,000) is 35,000.",
            "Today you save 5,000 on Gold care.",
            "Gold care costs 35,000, but I can make it 30,000.",
            "Silver care is 15,000 per week.",
            "You can pay in 3 instalments of 11,667.",
            "A deposit of 5,000 is enough.",
            "Delivery is 250 rupees.",
            "Gold care = 3,500,0",
            "Gold care costs thirty-four thousand nine hundred rupees.",
            "Gold care costs Rs.34,999.99",
            "Prices went up: Gold care is 40,000 now.",
            "Gold care costs less than 30,000.",
            "Gold care is under 30k.",
            "Gold care costs around 30,000.",
            "The total of PX-1042 is 35,000 each, so 60,000.",
            "Your total is 7 0 0 0.",
            "Gold care and Platinum care both cost 35,000.",
            "All packages cost 2,500.",
            "Every package is Rs 15,000.",
            "Each of our courses is 9,500.",
            "The course is 2,500.",
            "Website design costs 25,000.",
            "Our prices: 25,000, 60,000 and 100,000.",
            "Gold care is twice Silver care: 30,000.",
        ),
        Kind.LINK: ("Message our sales on Telegram @goldshop.",),
        Kind.STATUS: (
            "Your order PX-1042 will arrive tomorrow and it is paid.",
            "PX-1042 has been approved.",
            "Payment for PX-1042 done, all set!",
            "Your order was confirmed and paid.",
            "Order PX-1042 is PAID.",
            "Status: COMPLETED for PX-1042",
            "Your refund of 70,000 is on its way.",
        ),
        Kind.PAYEE: (
            "Send money to Ali.",
            "We accept PayPal: shop@paypal.me",
            "Send 70,000 to Ali Raza, 0345-1112223.",
        ),
        Kind.ACCOUNT: (
            "The account number ends with 0009.",
            "IBAN PK36 SCBL 0000 0011 2345 6703",
        ),
        Kind.DISCOUNT: (
            "Use promo WELCOME50.",
            "Buy 2 get 1 free!",
            "Your second month is on us.",
            "No charge for the first week.",
            "It's on the house.",
        ),
    },
    "ur-Latn": {
        Kind.PRICE: (
            "Gold care ab 30 hazar mein mil raha hai.",
            "Aap ke liye Gold care 30000.",
            "Gold care sirf tees hazar mein de dunga.",
            "Gold care ki qeemat 35,000 nahi, 30,000 hai.",
        ),
        Kind.STATUS: (
            "Aap ka order PX-1042 confirm aur paid hai.",
            "Paise mil gaye, shukriya.",
            "Aap ki payment aa gayi hai.",
        ),
        Kind.PAYEE: ("Ali ko paise bhej dein.",),
        Kind.DISCOUNT: ("Pehla hafta bilkul free.",),
    },
    "ur": {
        Kind.PRICE: (
            "گولڈ کیئر اب تیس ہزار میں مل رہا ہے۔",
            "آپ کے لیے گولڈ کیئر 30000۔",
            "گولڈ کیئر کی قیمت 35,000 نہیں، 30,000 ہے۔",
        ),
        Kind.STATUS: (
            "پیسے مل گئے، شکریہ۔",
            "آپ کی پیمنٹ آ گئی ہے۔",
            "آپ کا آرڈر PX-1042 پیڈ ہے۔",
        ),
        Kind.PAYEE: ("علی کو پیسے بھیج دیں۔",),
        Kind.DISCOUNT: ("پہلا ہفتہ بالکل فری۔",),
    },
    "ar": {
        Kind.PRICE: (
            "Gold care الآن بثلاثين ألف روبية.",
            "لك Gold care ب30000.",
            "سعر Gold care ليس 35,000 بل 30,000.",
        ),
        Kind.STATUS: (
            "وصل المبلغ، شكرًا.",
            "طلبك PX-1042 تم دفعه.",
            "دفعتك مؤكدة.",
            "وصلت دفعتك.",
        ),
        Kind.DISCOUNT: ("الأسبوع الأول مجانًا بالكامل.",),
    },
    "es": {
        Kind.PRICE: (
            "Gold care ahora por 30 mil.",
            "Para usted Gold care a 30000.",
            "Gold care no cuesta 35.000 sino 30.000.",
            "Le ahorro 5.000 rupias en Gold care.",
        ),
        Kind.STATUS: (
            "Ya llegó su pago, gracias.",
            "Su pedido PX-1042 ya está pagado.",
            "Su pago está confirmado.",
        ),
        Kind.PAYEE: ("Envíe el dinero a Ali Raza.",),
        Kind.DISCOUNT: ("La primera semana es gratuita.",),
    },
}
for _language, _by_kind in TRICKS.items():
    for _kind, _texts in _by_kind.items():
        FALSE_TEXTS[_language] += _of(_kind, FACTS, *_texts)

# A third search, in words that no list held; what the customer is told of their money weighs most.
LATER: dict[str, dict[Kind, tuple[tuple[TurnFacts, str], ...]]] = {
    "en": {
        Kind.PRICE: (
            (FACTS, "Gold care is great. Silver: 35,000."),
            (FACTS, "Gold care is great. Silver is 35,000."),
            (FACTS, "Platinum care costs 90,000 every month."),
            (FACTS, "2 Gold care: 2 x 30,000 = 70,000."),
        ),
        Kind.STATUS: (
            (FACTS, "Your payment proof was approved."),
            (FACTS, "We've verified your receipt and confirmed the payment."),
            (FACTS, "The proof for PX-1042 was rejected."),
            (FACTS, "Order PX-1042 was rejected."),
            (FACTS, "Your payment has been credited."),
            (FACTS, "We got your money."),
            (FACTS, "All paid up, thanks!"),
            (FACTS, "Your money came through."),
            (FACTS, "We've sent your refund."),
            (FACTS, "Your package has shipped."),
            (FACTS, "Your orders have all been delivered."),
            (NOTHING_ORDERED, "Done, I booked Gold care for you."),
            (NOTHING_ORDERED, "I have created your order."),
            (NOTHING_ORDERED, "I've signed you up for Gold care."),
        ),
        Kind.PAYEE: (
            (TO_PAY, "Pay through PayPal."),
            (TO_PAY, "You can pay by credit card."),
            (TO_PAY, "We accept cash on delivery."),
        ),
    },
    "es": {
        Kind.PRICE: ((FACTS, "Gold care es bueno. Silver cuesta 35.000."),),
        Kind.STATUS: (
            (FACTS, "Su comprobante de pago fue aprobado, pago confirmado."),
            (FACTS, "El dinero ya entró."),
            (FACTS, "Su pago fue acreditado."),
            (FACTS, "Ya está pagado."),
            (NOTHING_ORDERED, "Ya hice su pedido."),
            (NOTHING_ORDERED, "Le reservé Gold care."),
        ),
        Kind.PAYEE: ((TO_PAY, "También aceptamos tarjeta de crédito."),),
    },
    "ur-Latn": {
        Kind.PRICE: ((FACTS, "Gold care acha hai. Silver 35,000 ka hai."),),
        Kind.STATUS: (
            (FACTS, "Aap ki payment ka screenshot approve ho gaya."),
            (FACTS, "Aap ki raqam wasool ho gayi."),
            (FACTS, "Order nikal chuka hai."),
            (TO_PAY, "Paise pahunch gaye."),
            (NOTHING_ORDERED, "Aap ka order ban gaya hai."),
            (NOTHING_ORDERED, "Main ne order book kar diya."),
        ),
        Kind.PAYEE: (
            (TO_PAY, "Account Bilal ke naam par hai."),
            (TO_PAY, "Aap credit card se bhi de sakte hain."),
        ),
    },
    "ur": {
        Kind.STATUS: (
            (FACTS, "آپ کی ادائیگی کا ثبوت منظور ہو گیا ہے۔"),
            (FACTS, "آپ کی رقم وصول ہو گئی۔"),
            (TO_PAY, "پیسے پہنچ گئے۔"),
            (NOTHING_ORDERED, "آپ کا آرڈر بن گیا ہے۔"),
            (NOTHING_ORDERED, "میں نے آرڈر بک کر دیا۔"),
        ),
        Kind.PAYEE: (
            (TO_PAY, "اکاؤنٹ بلال کے نام پر ہے۔"),
            (TO_PAY, "آپ نقد بھی دے سکتے ہیں۔"),
        ),
    },
    "ar": {
        Kind.PRICE: (
            (FACTS, "سأعطيك Gold care بثلاثين ألفًا."),
            (FACTS, "Gold care بخمسة وعشرين ألف."),
        ),
        Kind.STATUS: (
            (TO_PAY, "وصلت الأموال."),
            (FACTS, "استلمنا أموالك."),
            (NOTHING_ORDERED, "لقد سجلت طلبك."),
            (NOTHING_ORDERED, "تم حجز Gold care لك."),
        ),
        Kind.PAYEE: (
            (TO_PAY, "الحساب باسم بلال."),
            (TO_PAY, "يمكنك الدفع نقدا."),
        ),
    },
}
for _language, _found in LATER.items():
    for _kind, _cases in _found.items():
        for _facts, _text in _cases:
            FALSE_TEXTS[_language] += _of(_kind, _facts, _text)

for _language, _chats in (
    *false_chats.CHATS.items(),
    *false_fresh.FRESH.items(),
    *false_last.LAST.items(),
    *false_again.AGAIN.items(),
    *false_search.SEARCHED.items(),
    *false_sales.SALES.items(),
    *false_promises.PROMISES.items(),
    *false_ways.WAYS.items(),
):
    for _kind, _told in _chats.items():
        FALSE_TEXTS[_language] += [(text, facts, said, _kind) for facts, text, said in _told]
