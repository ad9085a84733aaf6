"""The third set of true texts that were written blind, and measured once before the guard was mended by them."""

from typing import Final

from tests.guard.facts import FACTS, NOTHING_ORDERED, TO_PAY
from tests.guard.false_chats import Case, of

AGAIN: Final[dict[str, tuple[Case, ...]]] = {
    "en": (
        *of(
            FACTS,
            "I checked with the price list: Gold care is 35,000, I can't go down to 25,000.",
            said=("can i get gold care for 25,000?",),
        ),
        *of(
            FACTS,
            "The Business site (60,000) has three times the pages of the Starter site (25,000).",
            "Do you prefer one month to try it, or Platinum care for a full three months at 90,000?",
            "Most of our customers start with Silver care and move up after a few months.",
            "We can start within 3 days of your payment being confirmed.",
            "Monthly class (9,500) suits you if you only want to practise; Exam preparation (30,000) "
            "ends with four mock exams.",
            "Let me double-check that with a colleague and write back to you.",
            "PX-1042 is for 2 × Gold care, 70,000 in total, and the proof is being checked.",
            "Each post is written by our team; you only approve it.",
            "Happy to help! Have a lovely evening 🌙",
        ),
        *of(
            TO_PAY,
            "To pay PX-1050 by bank: Sample Services Ltd, PK36SCBL0000001123456702, Standard Bank, amount 15,000.",
        ),
        *of(
            NOTHING_ORDERED,
            "Great, I've noted Silver care. Please confirm with yes and I'll place the order.",
        ),
    ),
    "es": (
        *of(
            FACTS,
            "Miré la lista de precios: Gold care cuesta 35.000, no puedo bajarlo a 25.000.",
            said=("can i get gold care for 25,000?",),
        ),
        *of(
            FACTS,
            "Business site (60.000) tiene el triple de páginas que Starter site (25.000).",
            "¿Prefiere un mes para probar o Platinum care por tres meses completos, 90.000?",
            "La mayoría de nuestros clientes empieza con Silver care y cambia después de unos meses.",
            "Podemos empezar en 3 días desde que se confirme su pago.",
            "Monthly class (9.500) le sirve para practicar; Exam preparation (30.000) termina con cuatro simulacros.",
            "Déjeme consultarlo con un compañero y le escribo.",
            "PX-1042 es de 2 × Gold care, 70.000 en total, y se está revisando el comprobante.",
            "Cada publicación la escribe nuestro equipo; usted solo la aprueba.",
            "¡Con gusto! Que tenga linda noche 🌙",
        ),
        *of(
            TO_PAY,
            "Para pagar PX-1050 por banco: Sample Services Ltd, PK36SCBL0000001123456702, Standard "
            "Bank, importe 15.000.",
        ),
        *of(
            NOTHING_ORDERED,
            "Perfecto, anoté Silver care. Confirme con un sí y hago el pedido.",
        ),
    ),
    "ar": (
        *of(
            FACTS,
            "راجعت قائمة الأسعار: سعر Gold care هو 35,000 ولا أستطيع النزول إلى 25,000.",
            said=("can i get gold care for 25,000?",),
        ),
        *of(
            FACTS,
            "صفحات Business site (60,000) ثلاثة أضعاف صفحات Starter site (25,000).",
            "هل تفضل شهرًا للتجربة أم Platinum care لثلاثة أشهر كاملة بسعر 90,000؟",
            "معظم عملائنا يبدؤون بـ Silver care ثم ينتقلون بعد بضعة أشهر.",
            "نستطيع البدء خلال 3 أيام من تأكيد الدفع.",
            "Monthly class (9,500) تناسبك للتدريب، و Exam preparation (30,000) تنتهي بأربعة اختبارات تجريبية.",
            "دعني أتأكد من زميل ثم أكتب لك.",
            "الطلب PX-1042 هو 2 × Gold care، المجموع 70,000، والإثبات قيد المراجعة.",
            "يكتب فريقنا كل منشور وأنت توافق عليه فقط.",
            "بكل سرور! مساء سعيد 🌙",
        ),
        *of(
            TO_PAY,
            "للدفع للطلب PX-1050 عبر البنك: Sample Services Ltd، PK36SCBL0000001123456702، Standard "
            "Bank، المبلغ 15,000.",
        ),
        *of(
            NOTHING_ORDERED,
            "رائع، سجلت ملاحظة أنك تريد Silver care. اكتب نعم لأقدم الطلب.",
        ),
    ),
    "ur": (
        *of(
            FACTS,
            "میں نے قیمتوں کی فہرست دیکھی: Gold care 35,000 کا ہے، 25,000 نہیں ہو سکتا۔",
            said=("can i get gold care for 25,000?",),
        ),
        *of(
            FACTS,
            "Business site (60,000) میں Starter site (25,000) سے تین گنا صفحات ہیں۔",
            "آپ آزمانے کے لیے ایک مہینہ لیں گے یا پورے تین مہینے کے لیے Platinum care، 90,000 میں؟",
            "ہمارے اکثر گاہک Silver care سے شروع کرتے ہیں اور چند مہینے بعد آگے بڑھتے ہیں۔",
            "ادائیگی کنفرم ہونے کے 3 دن میں ہم شروع کر سکتے ہیں۔",
            "Monthly class (9,500) مشق کے لیے ہے، Exam preparation (30,000) میں چار ماک امتحان بھی ہیں۔",
            "میں ساتھی سے پوچھ کر آپ کو لکھتی ہوں۔",
            "PX-1042، 2 × Gold care کا ہے، کل 70,000، ثبوت چیک ہو رہا ہے۔",
            "ہر پوسٹ ہماری ٹیم لکھتی ہے، آپ صرف منظوری دیتے ہیں۔",
            "خوشی ہوئی! شام بخیر 🌙",
        ),
        *of(
            TO_PAY,
            "PX-1050 بینک سے ادا کرنے کے لیے: Sample Services Ltd، PK36SCBL0000001123456702، Standard "
            "Bank، رقم 15,000۔",
        ),
        *of(
            NOTHING_ORDERED,
            "بہت خوب، Silver care نوٹ کر لیا۔ ہاں لکھیں تو آرڈر لگا دوں گی۔",
        ),
    ),
    "ur-Latn": (
        *of(
            FACTS,
            "Main ne price list dekhi: Gold care 35,000 ka hai, 25,000 nahi ho sakta.",
            said=("can i get gold care for 25,000?",),
        ),
        *of(
            FACTS,
            "Business site (60,000) mein Starter site (25,000) se teen guna pages hain.",
            "Aap aazmane ke liye aik mahina lenge ya poore teen mahine ke liye Platinum care, 90,000 mein?",
            "Hamare aksar customers Silver care se shuru karte hain aur chand mahine baad aage barhte hain.",
            "Payment confirm hone ke 3 din mein hum shuru kar sakte hain.",
            "Monthly class (9,500) mashq ke liye hai, Exam preparation (30,000) mein chaar mock exams bhi hain.",
            "Main saathi se pooch kar aap ko likhta hoon.",
            "PX-1042, 2 × Gold care ka hai, kul 70,000, saboot check ho raha hai.",
            "Har post hamari team likhti hai, aap sirf manzoori dete hain.",
            "Khushi hui! Sham bakhair 🌙",
        ),
        *of(
            TO_PAY,
            "PX-1050 bank se ada karne ke liye: Sample Services Ltd, PK36SCBL0000001123456702, "
            "Standard Bank, raqam 15,000.",
        ),
        *of(
            NOTHING_ORDERED,
            "Bohat khoob, Silver care note kar liya. Haan likhein to order laga doon ga.",
        ),
    ),
}
