"""True texts beside those ways: forty written blind and measured once, and others to mend the guard by."""

from typing import Final

from tests.guard.facts import FACTS, NOTHING_ORDERED, TO_PAY
from tests.guard.false_chats import Case, of

WAYS: Final[dict[str, tuple[Case, ...]]] = {
    "en": (
        *of(
            NOTHING_ORDERED,
            "Feel free to change your mind at any point before you confirm.",
            "I'll pick up where we left off: was it the Starter site or the Business site?",
            "The team collects the details of your shop first.",
            "You pick the package, we build it.",
            "We can't split the payment, I'm sorry.",
            "With Gold care, the 20 posts are spread over the whole month.",
            "Let's go through it together: what do you sell, and how many products do you have?",
            "Great, noted! Shall I put your name down for the Monthly class?",
            "This price is for one month.",
            "We don't have an offer right now, sorry.",
            "You can collect your ideas and send them here.",
        ),
        *of(FACTS, "Your order PX-1042 has been placed and your receipt is with the team."),
        *of(
            TO_PAY,
            "To pay by bank transfer, use PK36SCBL0000001123456702 at Standard Bank, "
            "in the name of Sample Services Ltd.",
            "Please don't hand cash to anybody; we only take EasyPaisa, JazzCash and bank transfer.",
        ),
        *of(FACTS, "Thanks for the screenshot! The team will look at it and I'll write to you here."),
        *of(
            NOTHING_ORDERED,
            "With Gold care our team posts 20 times a month and answers within a day.",
            "Could you tell me a little about your work first?",
            "Recordings are part of the Monthly class, so don't worry if you miss a lesson.",
            "The difference between Silver and Gold care is eight posts, a second network and answers within a day.",
            "Our colleague in Lahore can show you around; the office is at 12 Mall Road.",
        ),
        *of(TO_PAY, "Take your time with the payment, Sara. The order stays open under PX-1050."),
    ),
    "ur": (
        *of(
            NOTHING_ORDERED,
            "معذرت، قسطوں میں ادائیگی نہیں ہو سکتی۔",
            "آپ کے لیے Monthly class میں نام لکھ دوں؟",
            "یہ قیمت ایک مہینے کی ہے۔",
            "Gold care پر ہماری ٹیم ہفتے میں کئی پوسٹس لگاتی ہے۔",
            "اگر بعد میں ارادہ بدل جائے تو بتا دیجیے گا۔",
        ),
        *of(
            TO_PAY,
            "بینک ٹرانسفر کے لیے PK36SCBL0000001123456702، نام Sample Services Ltd، Standard Bank۔",
            "جاز کیش نمبر 0301 2345678 ہے، نام Nadia Sample۔",
        ),
        *of(
            NOTHING_ORDERED,
            "سمجھ سکتا ہوں، Starter site 25,000 روپے کی ہے اور اس میں رابطہ فارم اور نقشہ شامل ہے۔",
            "Gold care میں مہینے کی 20 پوسٹس ہوتی ہیں۔",
            "پہلے اپنے کام کے بارے میں کچھ بتائیں؟",
            "Monthly class کی ریکارڈنگ بھی ملتی ہے۔",
            "کیا آپ چاہتی ہیں کہ ٹیم کا کوئی ساتھی آپ سے بات کرے؟",
            "جی، تین مہینے میں چار فرضی امتحان بھی ہوتے ہیں، Exam preparation میں۔",
        ),
        *of(FACTS, "اسکرین شاٹ کا شکریہ! ٹیم اسے دیکھے گی اور میں یہیں بتا دوں گا۔"),
        *of(TO_PAY, "ادائیگی آرام سے کیجیے، آرڈر PX-1050 کھلا ہے۔"),
    ),
    "ur-Latn": (
        *of(
            NOTHING_ORDERED,
            "Sorry, qiston mein payment nahi hoti.",
            "Monthly class mein naam likh doon?",
            "Yeh price aik mahine ki hai.",
            "Aap kaun sa package lenge, Silver care ya Gold care?",
            "Aap ke paas kitne products hain, 200 se kam?",
            "Ahmed bhai, website ke liye 5 pages kaafi hain?",
        ),
        *of(
            TO_PAY,
            "Jazz Cash number 0301 2345678 hai, naam Nadia Sample.",
            "Cash hum nahi lete, EasyPaisa ya JazzCash par bhej dein.",
        ),
        *of(
            NOTHING_ORDERED,
            "Samajh sakta hoon, Starter site 25,000 ki hai aur us mein contact form aur map bhi hai.",
            "Gold care mein mahine ki 20 posts hoti hain, do networks par.",
            "Pehle apne kaam ke bare mein kuch batayein?",
            "Recordings bhi milti hain Monthly class mein, miss ho jaye to fikr na karein.",
            "Kya team ka koi sathi aap se baat kare?",
            "Exam preparation mein chaar mock exams bhi hote hain.",
        ),
        *of(FACTS, "Screenshot ka shukriya! Team dekh legi aur main yahin bata dunga."),
        *of(TO_PAY, "Payment aaram se kar dein, order PX-1050 open hai."),
    ),
    "ar": (
        *of(
            NOTHING_ORDERED,
            "عذراً، لا نقبل التقسيط.",
            "يمكنك تغيير رأيك قبل التأكيد.",
            "هذا السعر لشهر واحد.",
            "لا يوجد عرض حالياً، للأسف.",
            "تسليم Business site خلال أربعة أسابيع.",
            "هل أسجل اسمك في Monthly class؟",
        ),
        *of(TO_PAY, "التحويل البنكي إلى PK36SCBL0000001123456702 باسم Sample Services Ltd في Standard Bank."),
        *of(
            NOTHING_ORDERED,
            "أتفهمك، Starter site بسعر 25,000 روبية وفيها نموذج تواصل وخريطة.",
            "مع Gold care ننشر 20 منشوراً في الشهر على شبكتين.",
            "حدثيني قليلاً عن عملك أولاً؟",
            "التسجيلات متوفرة في Monthly class، فلا تقلقي إن فاتك درس.",
            "هل تودين أن يتحدث معك أحد من الفريق؟",
            "في Exam preparation أربعة اختبارات تجريبية.",
        ),
        *of(FACTS, "شكراً على الصورة! سيطلع عليها الفريق وأكتب لك هنا."),
        *of(TO_PAY, "خذي وقتك في الدفع، الطلب PX-1050 ما زال مفتوحاً."),
    ),
    "es": (
        *of(
            NOTHING_ORDERED,
            "No se puede pagar a plazos, lo siento.",
            "Puedes cambiar de opinión antes de confirmar.",
            "Te lo puedo entregar todo por escrito, si quieres.",
            "Las clases son en directo; puedes unirte con tu móvil.",
            "No, no tenemos ofertas en este momento.",
        ),
        *of(
            TO_PAY,
            "La transferencia bancaria va a PK36SCBL0000001123456702, a nombre de Sample Services Ltd, Standard Bank.",
        ),
        *of(
            NOTHING_ORDERED,
            "Te entiendo; el Starter site cuesta 25.000 rupias y trae formulario de contacto y mapa.",
            "Con Gold care publicamos 20 veces al mes en dos redes.",
            "Cuéntame un poco de tu trabajo, ¿a qué te dedicas?",
            "La Monthly class incluye grabaciones, así que no te preocupes si faltas un día.",
            "¿Quieres que te escriba alguien del equipo?",
            "En Exam preparation hay cuatro exámenes de prueba.",
        ),
        *of(FACTS, "¡Gracias por la captura! El equipo la mirará y te escribo por aquí."),
        *of(TO_PAY, "Paga con calma, el pedido PX-1050 sigue abierto."),
    ),
}
