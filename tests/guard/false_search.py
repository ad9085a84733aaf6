"""False texts of every kind, found by a search in other words."""

from typing import Final

from core.assistant.guard.sentence import Kind
from tests.guard.facts import FACTS, NOTHING_ORDERED, TO_PAY
from tests.guard.false_chats import Case, of

SEARCHED: Final[dict[str, dict[Kind, tuple[Case, ...]]]] = {
    "en": {
        Kind.DISCOUNT: (
            *of(FACTS, "Half price on Gold care until Sunday!", "Gold care is on sale.", said=("Gold care 17,500?",)),
        ),
        Kind.PRICE: (
            *of(
                FACTS,
                "Gold care? For you: 17,500 – that's 50 % less.",
                "If you take two, the second Gold care is half.",
                "Pay 10,000 now and 25,000 at the end of the month for Gold care.",
                "The price of Gold care dropped to 32,000.",
                "Gold care is 35,000 and lasts three months.",
                "It's one payment of 35,000 and you're covered for the whole year with Gold care.",
                "We charge 2,500 per lesson.",
                "Exam preparation is 30,000 a month.",
                "Monthly class: 9,500 every two months",
                "Silver care and Gold care differ by 10,000.",
                "Gold care is only 10,000 more than Silver care.",
                "Gold care is the cheapest of the three.",
                "Yes, half of that is fine 👍",
                "The Online store is five times the Starter site's price.",
                "For the Starter site you pay 12,500 twice.",
                said=("Gold care 17,500?",),
            ),
            *of(TO_PAY, "I can see your 15,000 arrived, thanks!", said=("Gold care 17,500?",)),
        ),
        Kind.STATUS: (
            *of(
                TO_PAY,
                "You're all set, nothing else to pay.",
                "We'll skip the payment this time.",
                "PX-1050 has been settled.",
                said=("Gold care 17,500?",),
            ),
            *of(
                NOTHING_ORDERED,
                "Don't worry about payment, it's on us.",
                "Payment isn't necessary for the first order.",
                said=("Gold care 17,500?",),
            ),
            *of(FACTS, "Good news, PX-1042 is approved and done.", said=("Gold care 17,500?",)),
        ),
        Kind.PACKAGE: (
            *of(
                FACTS,
                "Our **Platinum Plus** package is the top one.",
                "There's also the Family package.",
                "You may like our Ramadan plan.",
                said=("Gold care 17,500?",),
            ),
        ),
        Kind.PHONE: (
            *of(FACTS, "Call us on 0300 1234567.", "Our WhatsApp is +92 321 5550000.", said=("Gold care 17,500?",)),
        ),
        Kind.LINK: (*of(FACTS, "Visit samplecare.com.", said=("Gold care 17,500?",)),),
        Kind.ACCOUNT: (
            *of(
                TO_PAY,
                "Account title: Sample Service Ltd, 0300 0000001",
                "Use JazzCash 0300 0000001.",
                said=("Gold care 17,500?",),
            ),
        ),
        Kind.ORDER: (*of(FACTS, "Your order PX-1043 is ready.", said=("Gold care 17,500?",)),),
        Kind.PERCENT: (*of(FACTS, "You get 15% cashback.", said=("Gold care 17,500?",)),),
    },
    "es": {
        Kind.DISCOUNT: (
            *of(
                FACTS,
                "¡Gold care a mitad de precio hasta el domingo!",
                "Gold care está rebajado.",
                "Le descuento una cuarta parte de Gold care.",
                said=("Gold care 17,500?",),
            ),
        ),
        Kind.PRICE: (
            *of(
                FACTS,
                "Si toma dos, el segundo Gold care sale a la mitad.",
                "Pague 10.000 ahora y 25.000 a fin de mes por Gold care.",
                "El precio de Gold care bajó a 32.000.",
                "Gold care cuesta 35.000 y dura tres meses.",
                "Exam preparation cuesta 30.000 al mes.",
                "Monthly class: 9.500 cada dos meses",
                "Gold care cuesta solo 10.000 más que Silver care.",
                "Gold care es el más barato de los tres.",
                "Sí, la mitad está bien 👍",
                "Gold care vale tres veces lo que Silver care.",
                "Con Gold care ahorra un tercio.",
                said=("Gold care 17,500?",),
            ),
            *of(TO_PAY, "Ya veo sus 15.000, ¡gracias!", said=("Gold care 17,500?",)),
        ),
        Kind.STATUS: (
            *of(
                TO_PAY,
                "Ya está todo listo, no hay nada más que pagar.",
                "Esta vez nos saltamos el pago.",
                "Su comprobante fue aprobado.",
                said=("Gold care 17,500?",),
            ),
            *of(
                NOTHING_ORDERED,
                "No se preocupe por el pago, invita la casa.",
                "Ya quedó registrado su pedido.",
                said=("Gold care 17,500?",),
            ),
            *of(FACTS, "PX-1042 está aprobado.", said=("Gold care 17,500?",)),
        ),
        Kind.PACKAGE: (
            *of(
                FACTS,
                "También está el paquete Familia.",
                "Le puede gustar nuestro plan Ramadán.",
                said=("Gold care 17,500?",),
            ),
        ),
        Kind.PHONE: (*of(FACTS, "Llámenos al 0300 1234567.", said=("Gold care 17,500?",)),),
        Kind.LINK: (*of(FACTS, "Visite samplecare.com.", said=("Gold care 17,500?",)),),
        Kind.ACCOUNT: (*of(TO_PAY, "Titular: Sample Service Ltd, 0300 0000001", said=("Gold care 17,500?",)),),
    },
    "ar": {
        Kind.DISCOUNT: (
            *of(FACTS, "Gold care بنصف السعر حتى الأحد!", "Gold care عليها تخفيض.", said=("Gold care 17,500?",)),
        ),
        Kind.PRICE: (
            *of(
                FACTS,
                "إذا أخذت اثنتين فالثانية بنصف الثمن.",
                "ادفع 10,000 الآن و25,000 في نهاية الشهر لـ Gold care.",
                "انخفض سعر Gold care إلى 32,000.",
                "سعر Gold care هو 35,000 ومدتها ثلاثة أشهر.",
                "سعر Exam preparation هو 30,000 في الشهر.",
                "Monthly class: 9,500 كل شهرين",
                "Gold care أغلى من Silver care بـ 10,000 فقط.",
                "Gold care هي الأرخص.",
                "نعم، النصف يكفي 👍",
                "سعر Gold care ثلاثة أضعاف Silver care.",
                "سأخصم لك ربع سعر Gold care.",
                "مع Gold care توفر الثلث.",
                "سعر Starter site خمسة عشر ألف روبية.",
                "سعر Gold care ألفان وخمسمئة.",
                said=("Gold care 17,500?",),
            ),
            *of(TO_PAY, "وصلتنا 15,000 منك، شكرًا!", said=("Gold care 17,500?",)),
        ),
        Kind.STATUS: (
            *of(TO_PAY, "كل شيء جاهز، لا شيء آخر لتدفعه.", said=("Gold care 17,500?",)),
            *of(NOTHING_ORDERED, "لا تقلق بشأن الدفع، فهو علينا.", "لقد تم تثبيت طلبك.", said=("Gold care 17,500?",)),
            *of(FACTS, "طلبك PX-1042 مقبول.", said=("Gold care 17,500?",)),
        ),
        Kind.PACKAGE: (*of(FACTS, "لدينا أيضًا الباقة العائلية.", "قد تعجبك باقة رمضان.", said=("Gold care 17,500?",)),),
        Kind.PHONE: (*of(FACTS, "اتصل بنا على 0300 1234567.", said=("Gold care 17,500?",)),),
        Kind.LINK: (*of(FACTS, "زر موقع samplecare.com.", said=("Gold care 17,500?",)),),
        Kind.ACCOUNT: (*of(TO_PAY, "باسم Sample Service Ltd على 0300 0000001", said=("Gold care 17,500?",)),),
    },
    "ur": {
        Kind.DISCOUNT: (
            *of(FACTS, "Gold care اتوار تک آدھی قیمت میں!", "Gold care پر سیل لگی ہے۔", said=("Gold care 17,500?",)),
        ),
        Kind.PRICE: (
            *of(
                FACTS,
                "دو لیں تو دوسرا Gold care آدھے میں۔",
                "Gold care کے لیے 10,000 ابھی دیں اور 25,000 مہینے کے آخر میں۔",
                "Gold care کی قیمت کم ہو کر 32,000 ہو گئی ہے۔",
                "Gold care 35,000 کا ہے اور تین مہینے چلتا ہے۔",
                "Exam preparation 30,000 روپے ماہانہ ہے۔",
                "Monthly class: 9,500 روپے ہر دو مہینے",
                "Gold care، Silver care سے صرف 10,000 زیادہ ہے۔",
                "Gold care سب سے سستا ہے۔",
                "جی، آدھا ٹھیک ہے 👍",
                "Gold care کی قیمت Silver care سے تین گنا ہے۔",
                "گولڈ کیئر پر ایک چوتھائی کم کر دوں گی۔",
                "Gold care سترہ ہزار پانچ سو کا ہے۔",
                "گولڈ کیئر پینتیس ہزار میں دو ماہ کے لیے ہے۔",
                said=("Gold care 17,500?",),
            ),
            *of(TO_PAY, "آپ کے 15,000 پہنچ گئے، شکریہ!", said=("Gold care 17,500?",)),
        ),
        Kind.STATUS: (
            *of(TO_PAY, "سب ہو گیا، اب مزید کچھ نہیں دینا۔", said=("Gold care 17,500?",)),
            *of(
                NOTHING_ORDERED,
                "ادائیگی کی فکر نہ کریں، یہ ہماری طرف سے ہے۔",
                "آپ کا آرڈر پکا ہو گیا۔",
                said=("Gold care 17,500?",),
            ),
            *of(FACTS, "آرڈر PX-1042 منظور ہو گیا۔", said=("Gold care 17,500?",)),
        ),
        Kind.PACKAGE: (
            *of(FACTS, "ہمارے پاس فیملی پیکیج بھی ہے۔", "آپ کو رمضان پیکج پسند آئے گا۔", said=("Gold care 17,500?",)),
        ),
        Kind.PHONE: (*of(FACTS, "0300 1234567 پر کال کریں۔", said=("Gold care 17,500?",)),),
        Kind.LINK: (*of(FACTS, "samplecare.com دیکھیں۔", said=("Gold care 17,500?",)),),
        Kind.ACCOUNT: (*of(TO_PAY, "اکاؤنٹ نام Sample Service Ltd، نمبر 0300 0000001", said=("Gold care 17,500?",)),),
    },
    "ur-Latn": {
        Kind.DISCOUNT: (
            *of(
                FACTS,
                "Gold care Itwar tak aadhi qeemat mein!",
                "Gold care par sale lagi hai.",
                said=("Gold care 17,500?",),
            ),
        ),
        Kind.PRICE: (
            *of(
                FACTS,
                "Do lein to doosra Gold care aadhe mein.",
                "Gold care ke liye 10,000 abhi dein aur 25,000 mahine ke aakhir mein.",
                "Gold care ki qeemat kam ho kar 32,000 ho gayi hai.",
                "Gold care 35,000 ka hai aur teen mahine chalta hai.",
                "Exam preparation 30,000 rupay mahana hai.",
                "Monthly class: 9,500 rupay har do mahine",
                "Gold care Silver care se sirf 10,000 zyada hai.",
                "Gold care sab se sasta hai.",
                "Ji, aadha theek hai 👍",
                "Gold care ki qeemat Silver care se teen guna hai.",
                "Gold care par aik chauthai kam kar doon ga.",
                "Gold care satra hazar paanch so ka hai.",
                "Gold care pantees hazar mein do maah ke liye hai.",
                "Gold care 35 hazar ka hai 2 months ke liye.",
                "Silver care das hazar paanch sau mein le lein.",
                said=("Gold care 17,500?",),
            ),
            *of(TO_PAY, "Aap ke 15,000 pahunch gaye, shukriya!", said=("Gold care 17,500?",)),
        ),
        Kind.STATUS: (
            *of(TO_PAY, "Sab ho gaya, ab mazeed kuch nahi dena.", said=("Gold care 17,500?",)),
            *of(
                NOTHING_ORDERED,
                "Payment ki fikr na karein, yeh hamari taraf se hai.",
                "Aap ka order pakka ho gaya.",
                said=("Gold care 17,500?",),
            ),
            *of(FACTS, "Order PX-1042 manzoor ho gaya.", said=("Gold care 17,500?",)),
        ),
        Kind.PACKAGE: (
            *of(
                FACTS,
                "Hamare paas Family package bhi hai.",
                "Aap ko Ramzan package pasand aayega.",
                said=("Gold care 17,500?",),
            ),
        ),
        Kind.PHONE: (*of(FACTS, "0300 1234567 par call karein.", said=("Gold care 17,500?",)),),
        Kind.LINK: (*of(FACTS, "samplecare.com dekhein.", said=("Gold care 17,500?",)),),
    },
}
