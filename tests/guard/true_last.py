"""The second set of true texts that were written blind, and measured once before the guard was mended by them."""

from typing import Final

from tests.guard.facts import DRAFTED, FACTS, NOTHING_ORDERED, TO_PAY
from tests.guard.false_chats import Case, of

LAST: Final[dict[str, tuple[Case, ...]]] = {
    "en": (
        *of(
            FACTS,
            "Thanks for asking! Three packages fit a growing shop: "
            "Silver care (15,000), Gold care (35,000) and Platinum care (90,000).",
            "Platinum care covers three months in one go, so it's 90,000 for the whole time.",
            "I'd be glad to help you choose. How many posts do you need each month?",
            "The main difference: the Starter site has up to 5 pages, the Business site up to 15.",
            "You'll hear from our team as soon as the payment for PX-1042 has been checked.",
            "Your Trial week (order PX-1038) is finished; would you like to go on with the Monthly class?",
            "Nobody will ask you for money before you have confirmed an order.",
            "Lessons are in the evening and take about an hour and a half.",
        ),
        *of(
            TO_PAY,
            "Once the 15,000 is in, send a screenshot and we'll get going with Silver care.",
            "PX-1050 is still open; the amount due is 15,000.",
        ),
        *of(DRAFTED, "That's 2 × Monthly class at 9,500 each, so 19,000 together. Shall I confirm?"),
        *of(NOTHING_ORDERED, "You haven't ordered anything yet, so take your time to compare."),
    ),
    "es": (
        *of(
            FACTS,
            "¡Gracias por preguntar! Hay tres paquetes para una tienda: "
            "Silver care (15.000), Gold care (35.000) y Platinum care (90.000).",
            "Platinum care cubre tres meses seguidos, así que son 90.000 por todo ese tiempo.",
            "Con gusto le ayudo a elegir. ¿Cuántas publicaciones necesita cada mes?",
            "La diferencia principal: Starter site tiene hasta 5 páginas y Business site hasta 15.",
            "Nuestro equipo le escribirá en cuanto se haya revisado el pago de PX-1042.",
            "Su Trial week (pedido PX-1038) ya terminó; ¿quiere seguir con Monthly class?",
            "Nadie le pedirá dinero antes de que confirme un pedido.",
            "Las clases son por la tarde y duran una hora y media.",
        ),
        *of(
            TO_PAY,
            "Cuando haya enviado los 15.000, mándeme una captura y empezamos con Silver care.",
            "PX-1050 sigue abierto; el importe es de 15.000.",
        ),
        *of(DRAFTED, "Son 2 × Monthly class a 9.500 cada una, 19.000 en total. ¿Lo confirmo?"),
        *of(NOTHING_ORDERED, "Todavía no ha pedido nada, así que compare con calma."),
    ),
    "ar": (
        *of(
            FACTS,
            "شكرًا لسؤالك! لدينا ثلاث باقات لمتجرك: Silver care (15,000) و Gold care (35,000) و Platinum care (90,000).",
            "تغطي Platinum care ثلاثة أشهر متتالية، أي 90,000 لكل المدة.",
            "يسعدني أن أساعدك في الاختيار. كم منشورًا تحتاج كل شهر؟",
            "الفرق الأساسي: Starter site حتى 5 صفحات و Business site حتى 15 صفحة.",
            "سيكتب لك فريقنا بمجرد التحقق من دفع الطلب PX-1042.",
            "انتهى Trial week (الطلب PX-1038)، هل تريد المتابعة مع Monthly class؟",
            "لن يطلب منك أحد المال قبل أن تؤكد الطلب.",
            "الدروس مساءً ومدتها ساعة ونصف تقريبًا.",
        ),
        *of(
            TO_PAY,
            "بعد تحويل 15,000 أرسل لقطة الشاشة ونبدأ بـ Silver care.",
            "طلبك PX-1050 ما زال مفتوحًا والمبلغ المطلوب 15,000.",
        ),
        *of(DRAFTED, "2 × Monthly class بسعر 9,500 للواحدة، أي 19,000 إجمالًا. هل أؤكد؟"),
        *of(NOTHING_ORDERED, "لم تطلب شيئًا بعد، قارن بهدوء."),
    ),
    "ur": (
        *of(
            FACTS,
            "پوچھنے کا شکریہ! دکان کے لیے تین پیکیجز ہیں: "
            "Silver care (15,000)، Gold care (35,000) اور Platinum care (90,000)۔",
            "Platinum care ایک ساتھ تین مہینے چلتا ہے، یعنی پوری مدت کے 90,000۔",
            "میں انتخاب میں خوشی سے مدد کروں گی۔ آپ کو ہر مہینے کتنی پوسٹس چاہئیں؟",
            "بنیادی فرق یہ ہے کہ Starter site میں 5 صفحات تک ہیں اور Business site میں 15 تک۔",
            "PX-1042 کی ادائیگی چیک ہوتے ہی ہماری ٹیم آپ کو بتا دے گی۔",
            "آپ کا Trial week (آرڈر PX-1038) مکمل ہو گیا، کیا Monthly class لینا چاہیں گی؟",
            "آرڈر کنفرم ہونے سے پہلے آپ سے کوئی پیسے نہیں مانگے گا۔",
            "کلاسیں شام کو ہوتی ہیں اور تقریباً ڈیڑھ گھنٹے کی ہوتی ہیں۔",
        ),
        *of(
            TO_PAY,
            "15,000 بھیجنے کے بعد اسکرین شاٹ بھیج دیں، ہم Silver care شروع کر دیں گے۔",
            "PX-1050 ابھی کھلا ہے، واجب رقم 15,000 ہے۔",
        ),
        *of(DRAFTED, "2 × Monthly class، ہر ایک 9,500، یعنی کل 19,000۔ کنفرم کر دوں؟"),
        *of(NOTHING_ORDERED, "آپ نے ابھی کچھ آرڈر نہیں کیا، آرام سے موازنہ کر لیں۔"),
    ),
    "ur-Latn": (
        *of(
            FACTS,
            "Poochne ka shukriya! Dukan ke liye teen packages hain: "
            "Silver care (15,000), Gold care (35,000) aur Platinum care (90,000).",
            "Platinum care aik sath teen mahine chalta hai, yani poori muddat ke 90,000.",
            "Main intikhab mein khushi se madad karoon ga. Aap ko har mahine kitni posts chahiye?",
            "Bunyadi farq yeh hai ke Starter site mein 5 pages tak hain aur Business site mein 15 tak.",
            "PX-1042 ki payment check hote hi hamari team aap ko bata degi.",
            "Aap ka Trial week (order PX-1038) mukammal ho gaya, kya Monthly class lena chahenge?",
            "Order confirm hone se pehle aap se koi paise nahi mangega.",
            "Classes sham ko hoti hain aur taqreeban derh ghante ki hoti hain.",
        ),
        *of(
            TO_PAY,
            "15,000 bhejne ke baad screenshot bhej dein, hum Silver care shuru kar denge.",
            "PX-1050 abhi khula hai, wajib raqam 15,000 hai.",
        ),
        *of(DRAFTED, "2 × Monthly class, har aik 9,500, yani kul 19,000. Confirm kar doon?"),
        *of(NOTHING_ORDERED, "Aap ne abhi kuch order nahi kiya, aaram se dekh lein."),
    ),
}
