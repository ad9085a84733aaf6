"""True texts that were written without a look at the guard's words, and measured once before it was mended."""

from typing import Final

from tests.guard.facts import FACTS, NOTHING_ORDERED, TO_PAY
from tests.guard.false_chats import Case, of

FRESH: Final[dict[str, tuple[Case, ...]]] = {
    "en": (
        *of(
            FACTS,
            "For a bakery I'd go with Silver care first: 12 posts a month on one network for 15,000. "
            "You can always move up later.",
            "Gold care costs 20,000 more than Silver care, but you get a second network and 8 more posts.",
            "The Online store takes about 2 months to build, holds up to 200 products and includes training "
            "for your team.",
            "No problem at all! Whenever you're ready, just tell me which package you want.",
            "Monthly class has 12 live lessons and recordings; Exam preparation has 36 and runs for three months.",
            "I'm sorry, 28,000 isn't possible for Gold care; it is 35,000.",
            "We're on Mall Road in Lahore, and yes, you can drop by.",
            "Changing your package later costs Rs 500, nothing else.",
            "Hi Sara 👋 Your order PX-1042 (2 × Gold care) is with our team, who are checking the payment right now.",
            "If you're a student you get 10% off the English course.",
            said=("is gold care 28,000 possible?",),
        ),
        *of(
            TO_PAY, "You can send the 15,000 to EasyPaisa 0300 0000001 (Sample Services) and then share the screenshot."
        ),
        *of(NOTHING_ORDERED, "Shall I prepare the order for one month of Gold care at 35,000?"),
    ),
    "es": (
        *of(
            FACTS,
            "Para una panadería empezaría con Silver care: 12 publicaciones al mes en una red por 15.000.",
            "Gold care cuesta 20.000 más que Silver care, pero tiene una segunda red y 8 publicaciones más.",
            "Online store tarda unos 2 meses, admite hasta 200 productos e incluye formación para su equipo.",
            "¡Sin problema! Cuando quiera, dígame qué paquete le interesa.",
            "Monthly class tiene 12 clases en vivo; Exam preparation tiene 36 y dura tres meses.",
            "Lo siento, 28.000 no es posible para Gold care; cuesta 35.000.",
            "Estamos en Mall Road, en Lahore, puede pasar cuando guste.",
            "Hola, Sara 👋 Su pedido PX-1042 (2 × Gold care) está con nuestro equipo, que está revisando el pago.",
            "¿Le gustaría que le explique la diferencia entre los dos?",
            "Con Starter site tiene hasta 5 páginas, formulario y mapa, todo por 25.000.",
            said=("es posible gold care en 28.000?",),
        ),
        *of(TO_PAY, "Puede enviar los 15.000 a EasyPaisa 0300 0000001 (Sample Services) y luego mandarme la captura."),
        *of(NOTHING_ORDERED, "¿Le preparo el pedido de un mes de Gold care por 35.000?"),
    ),
    "ar": (
        *of(
            FACTS,
            "لمخبز صغير أبدأ بـ Silver care: 12 منشورًا في الشهر على شبكة واحدة بسعر 15,000.",
            "سعر Gold care أعلى من Silver care بـ 20,000، لكنها تشمل شبكة ثانية.",
            "يستغرق Online store شهرين تقريبًا ويتسع لـ 200 منتج مع تدريب لفريقك.",
            "لا مشكلة أبدًا! عندما تكون مستعدًا أخبرني أي باقة تريد.",
            "في Monthly class 12 درسًا مباشرًا، وفي Exam preparation 36 درسًا ومدتها ثلاثة أشهر.",
            "عذرًا، 28,000 غير ممكن لـ Gold care، سعرها 35,000.",
            "نحن في Mall Road في لاهور ويمكنك زيارتنا.",
            "مرحبًا سارة 👋 طلبك PX-1042 (2 × Gold care) لدى فريقنا وهو يتحقق من الدفع الآن.",
            "هل تحب أن أشرح لك الفرق بين الباقتين؟",
            "مع Starter site تحصل على 5 صفحات ونموذج وخريطة بسعر 25,000.",
            said=("هل يمكن gold care بـ 28,000؟",),
        ),
        *of(TO_PAY, "يمكنك إرسال 15,000 إلى EasyPaisa 0300 0000001 (Sample Services) ثم إرسال لقطة الشاشة."),
        *of(NOTHING_ORDERED, "هل أجهز لك طلب Gold care لشهر واحد بسعر 35,000؟"),
    ),
    "ur": (
        *of(
            FACTS,
            "بیکری کے لیے میں پہلے Silver care کا مشورہ دوں گی: ایک نیٹ ورک پر ماہانہ 12 پوسٹس، 15,000 میں۔",
            "Gold care، Silver care سے 20,000 مہنگا ہے مگر اس میں دوسرا نیٹ ورک بھی ہے۔",
            "Online store بننے میں تقریباً 2 مہینے لگتے ہیں اور اس میں 200 مصنوعات تک آتی ہیں۔",
            "کوئی بات نہیں! جب تیار ہوں بتا دیجیے کون سا پیکیج چاہیے۔",
            "Monthly class میں 12 لائیو کلاسیں ہیں، Exam preparation میں 36 اور یہ تین مہینے چلتا ہے۔",
            "معذرت، Gold care 28,000 میں ممکن نہیں، اس کی قیمت 35,000 ہے۔",
            "ہم لاہور میں Mall Road پر ہیں، آپ تشریف لا سکتے ہیں۔",
            "سلام سارہ 👋 آپ کا آرڈر PX-1042 (2 × Gold care) ہماری ٹیم کے پاس ہے، ادائیگی چیک ہو رہی ہے۔",
            "کیا میں دونوں پیکیجز کا فرق سمجھا دوں؟",
            "Starter site میں 5 صفحات، رابطہ فارم اور نقشہ ملتا ہے، سب 25,000 میں۔",
            said=("gold care 28,000 میں ممکن ہے؟",),
        ),
        *of(TO_PAY, "آپ 15,000 روپے EasyPaisa 0300 0000001 (Sample Services) پر بھیج کر اسکرین شاٹ شیئر کر دیں۔"),
        *of(NOTHING_ORDERED, "کیا میں ایک مہینے کے Gold care کا آرڈر 35,000 میں تیار کر دوں؟"),
    ),
    "ur-Latn": (
        *of(
            FACTS,
            "Bakery ke liye main pehle Silver care ka mashwara doon ga: aik network par mahana 12 posts, 15,000 mein.",
            "Gold care Silver care se 20,000 mehnga hai magar is mein doosra network bhi hai.",
            "Online store banne mein taqreeban 2 mahine lagte hain aur is mein 200 products tak aate hain.",
            "Koi baat nahi! Jab tayyar hon bata dein kaunsa package chahiye.",
            "Monthly class mein 12 live classes hain, Exam preparation mein 36 aur yeh teen mahine chalta hai.",
            "Maazrat, Gold care 28,000 mein mumkin nahi, is ki qeemat 35,000 hai.",
            "Hum Lahore mein Mall Road par hain, aap aa sakte hain.",
            "Salam Sara 👋 Aap ka order PX-1042 (2 × Gold care) hamari team ke paas hai, payment check ho rahi hai.",
            "Kya main dono packages ka farq samjha doon?",
            "Starter site mein 5 pages, contact form aur map milta hai, sab 25,000 mein.",
            said=("gold care 28,000 mein mumkin hai?",),
        ),
        *of(
            TO_PAY, "Aap 15,000 rupay EasyPaisa 0300 0000001 (Sample Services) par bhej kar screenshot share kar dein."
        ),
        *of(NOTHING_ORDERED, "Kya main aik mahine ke Gold care ka order 35,000 mein tayyar kar doon?"),
    ),
}
