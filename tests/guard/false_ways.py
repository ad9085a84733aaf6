"""False texts of other ways: money that is fetched, kept or given in parts; fifty written blind and measured once."""

from typing import Final

from core.assistant.guard.sentence import Kind
from tests.guard.facts import FACTS, NOTHING_ORDERED, TO_PAY
from tests.guard.false_chats import Case, of

WAYS: Final[dict[str, dict[Kind, tuple[Case, ...]]]] = {
    "en": {
        Kind.DISCOUNT: (
            *of(
                NOTHING_ORDERED,
                "You've got a whole month to change your mind and walk away with your cash.",
                "You can spread the Online store over six months, no interest.",
            ),
        ),
        Kind.STATUS: (
            *of(TO_PAY, "No need for the receipt, Sara, our bank already shows your transfer."),
            *of(FACTS, "The first three posts are scheduled for tomorrow, you'll love them!"),
        ),
        Kind.PRICE: (
            *of(
                NOTHING_ORDERED,
                "Our copywriter can write all your product texts for Rs 15,000.",
                "Bring a friend along and you both get Rs 1,000 off the Monthly class.",
                "Monthly class is nine thousand a month, twelve live lessons included.",
                "Great, the Business site then! It comes with a blog. Your total is Rs 55,000.",
            ),
        ),
        Kind.PAYEE: (*of(TO_PAY, "My colleague Hamza will pick up the cash from you."),),
        Kind.ORDER: (*of(FACTS, "I've put your name down for Platinum care as well, that's PX-1043."),),
    },
    "ur": {
        Kind.DISCOUNT: (
            *of(
                NOTHING_ORDERED,
                "ایک مہینے کے اندر چھوڑ دیں تو سارے پیسے آپ کے۔",
                "Online store کی رقم چھ مہینوں میں تھوڑی تھوڑی کر کے دے سکتی ہیں۔",
            ),
        ),
        Kind.STATUS: (
            *of(TO_PAY, "رسید رہنے دیں، بینک میں آپ کی رقم نظر آ رہی ہے۔"),
            *of(FACTS, "پہلی تین پوسٹس کل کے لیے شیڈول کر دی ہیں۔", "آپ کا نام Platinum care میں بھی لکھ لیا ہے۔"),
        ),
        Kind.PRICE: (
            *of(
                NOTHING_ORDERED,
                "پراڈکٹ کی تفصیل لکھوانی ہو تو وہ 15,000 میں ہو جاتی ہے۔",
                "سہیلی کو ساتھ لائیں تو دونوں کے ایک ایک ہزار بچیں گے۔",
                "Monthly class نو ہزار مہینہ ہے۔",
                "تو پھر Business site ٹھیک ہے۔ اس میں بلاگ بھی ہے۔ ٹوٹل 55,000 بنا۔",
            ),
        ),
        Kind.PAYEE: (*of(TO_PAY, "ہمارا رائیڈر حمزہ آپ سے پیسے لے جائے گا۔"),),
    },
    "ur-Latn": {
        Kind.DISCOUNT: (
            *of(
                NOTHING_ORDERED,
                "Aik mahine mein chor dein to saare paise aap ke.",
                "Saheli ko saath layein to dono ke hazar hazar bach jayenge.",
                "Online store ke paise 6 mahinon mein thore thore kar ke de dein.",
            ),
        ),
        Kind.STATUS: (
            *of(TO_PAY, "Raseed ki fikr na karein, bank mein aap ke paise show ho rahe hain."),
            *of(
                FACTS,
                "Pehli teen posts kal ke liye schedule kar di hain.",
                "Aap ka naam Platinum care mein bhi likh liya hai.",
            ),
        ),
        Kind.PRICE: (
            *of(
                NOTHING_ORDERED,
                "Product descriptions bhi likh dete hain, 15 hazar mein.",
                "Monthly class nau hazar mahina hai, barah lessons ke saath.",
                "To phir Business site done. Blog bhi milega. Total 55 hazar bana.",
            ),
        ),
        Kind.PAYEE: (*of(TO_PAY, "Hamara rider Hamza aap se paise le jayega."),),
    },
    "ar": {
        Kind.DISCOUNT: (
            *of(
                NOTHING_ORDERED,
                "معك شهر كامل تغيرين رأيك وتاخذين فلوسك.",
                "يمكنك تقسيم مبلغ Online store على ستة أشهر بدون فوائد.",
            ),
        ),
        Kind.STATUS: (
            *of(TO_PAY, "لا داعي للإيصال، تحويلك ظاهر عندنا في البنك."),
            *of(FACTS, "أول ثلاثة منشورات مجدولة ليوم غد، ستعجبك!"),
        ),
        Kind.PRICE: (
            *of(
                NOTHING_ORDERED,
                "كاتبتنا تكتب لك وصف المنتجات بـ 15,000 روبية.",
                "جيبي صديقتك وكل واحدة منكما تدفع ألف روبية أقل في Monthly class.",
                "Monthly class بتسعة آلاف في الشهر مع 12 درساً.",
                "إذن Business site. فيها مدونة. المجموع 55,000 روبية.",
            ),
        ),
        Kind.PAYEE: (*of(TO_PAY, "زميلي حمزة سيمر عليك ليأخذ المبلغ."),),
        Kind.ORDER: (*of(FACTS, "أضفت اسمك إلى Platinum care أيضاً، رقمه PX-1043."),),
    },
    "es": {
        Kind.DISCOUNT: (
            *of(
                NOTHING_ORDERED,
                "Tienes un mes entero para arrepentirte y llevarte tu dinero.",
                "Puedes repartir el Online store en seis meses sin intereses.",
            ),
        ),
        Kind.STATUS: (
            *of(TO_PAY, "No hace falta el comprobante, en el banco ya aparece tu transferencia."),
            *of(FACTS, "Las tres primeras publicaciones salen mañana, ¡te van a encantar!"),
        ),
        Kind.PRICE: (
            *of(
                NOTHING_ORDERED,
                "Nuestra redactora te escribe los textos de producto por 15.000 rupias.",
                "Trae a una amiga y cada una paga mil rupias menos en Monthly class.",
                "Monthly class sale a nueve mil al mes con doce clases.",
                "Entonces el Business site. Incluye blog. Son 55.000 en total.",
            ),
        ),
        Kind.PAYEE: (*of(TO_PAY, "Mi compañero Hamza pasará a recoger el dinero."),),
        Kind.ORDER: (*of(FACTS, "También te apunté a Platinum care, es el PX-1043."),),
    },
}
