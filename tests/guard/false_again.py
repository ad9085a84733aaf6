"""The third set of false texts that were written blind, and measured once before the guard was mended by them."""

from typing import Final

from core.assistant.guard.sentence import Kind
from tests.guard.facts import FACTS, NOTHING_ORDERED, TO_PAY
from tests.guard.false_chats import Case, of

AGAIN: Final[dict[str, dict[Kind, tuple[Case, ...]]]] = {
    "en": {
        Kind.PRICE: (
            *of(
                FACTS,
                "I asked my manager and 25,000 for Gold care is okay!",
                said=("can i get gold care for 25,000?",),
            ),
            *of(
                FACTS,
                "Gold care will set you back 32k.",
                "Get Gold care plus Silver care as a bundle for 45,000.",
                "For annual customers Gold care works out at 29,000 monthly.",
                "Silver care: 15,000 upfront covers you for a quarter.",
                "Exam preparation comes to 10,000 for each of the three months, so 25,000 altogether.",
                "You'd only be paying one fifth of the Gold care price up front.",
                "Starter site is 25,000; that's half of what others ask.",
            ),
        ),
        Kind.PERCENT: (
            *of(
                FACTS,
                "Gold care has gone down by ten percent since Monday.",
            ),
        ),
        Kind.STATUS: (
            *of(
                TO_PAY,
                "Your bank transfer for PX-1050 cleared, thank you!",
                "Nothing to worry about, PX-1050 doesn't have to be paid.",
            ),
            *of(
                NOTHING_ORDERED,
                "Consider it done – the Gold care order is in the system.",
            ),
        ),
        Kind.CODE: (
            *of(
                FACTS,
                "Quote reference SS-4471 when you come by.",
            ),
        ),
        Kind.PACKAGE: (
            *of(
                FACTS,
                "We have a Corporate package for larger firms.",
            ),
        ),
        Kind.ACCOUNT: (
            *of(
                TO_PAY,
                "Send the money to Standard Bank account 0011 2345 6789.",
            ),
        ),
    },
    "es": {
        Kind.PRICE: (
            *of(
                FACTS,
                "Hablé con mi jefe y 25.000 por Gold care está bien.",
                said=("can i get gold care for 25,000?",),
            ),
            *of(
                FACTS,
                "Gold care le saldría en 32 mil.",
                "Gold care más Silver care en combo por 45.000.",
                "Con contrato anual, Gold care le queda en 29.000 mensuales.",
                "Silver care: con 15.000 queda cubierta un trimestre.",
                "Exam preparation son 10.000 por cada uno de los tres meses, 25.000 en total.",
                "Solo pagaría un quinto del precio de Gold care por adelantado.",
                "Dos clases al precio de una en Monthly class.",
            ),
        ),
        Kind.PERCENT: (
            *of(
                FACTS,
                "Gold care ha bajado un diez por ciento desde el lunes.",
            ),
        ),
        Kind.STATUS: (
            *of(
                TO_PAY,
                "Su transferencia de PX-1050 ya se acreditó, ¡gracias!",
                "Tranquila, PX-1050 no hay que pagarlo.",
            ),
            *of(
                NOTHING_ORDERED,
                "Listo, el pedido de Gold care ya está en el sistema.",
            ),
        ),
        Kind.CODE: (
            *of(
                FACTS,
                "Mencione la referencia SS-4471 cuando venga.",
            ),
        ),
        Kind.PACKAGE: (
            *of(
                FACTS,
                "Tenemos un paquete Corporativo para empresas grandes.",
            ),
        ),
        Kind.ACCOUNT: (
            *of(
                TO_PAY,
                "Envíe el dinero a la cuenta 0011 2345 6789 de Standard Bank.",
            ),
        ),
    },
    "ar": {
        Kind.PRICE: (
            *of(
                FACTS,
                "سألت مديري ووافق على 25,000 لـ Gold care.",
                said=("can i get gold care for 25,000?",),
            ),
            *of(
                FACTS,
                "ستكلفك Gold care اثنين وثلاثين ألفًا.",
                "Gold care مع Silver care معًا بـ 45,000.",
                "مع العقد السنوي تصبح Gold care بـ 29,000 شهريًا.",
                "Silver care: 15,000 تغطيك ثلاثة أشهر.",
                "Exam preparation بـ 10,000 لكل شهر، أي 25,000 إجمالًا.",
                "تدفع خُمس سعر Gold care مقدمًا فقط.",
                "درسان بسعر درس واحد في Monthly class.",
            ),
        ),
        Kind.PERCENT: (
            *of(
                FACTS,
                "انخفض سعر Gold care عشرة بالمئة منذ الاثنين.",
            ),
        ),
        Kind.STATUS: (
            *of(
                TO_PAY,
                "وصل تحويلك للطلب PX-1050، شكرًا!",
                "لا تقلق، الطلب PX-1050 لا يحتاج إلى دفع.",
            ),
            *of(
                NOTHING_ORDERED,
                "تم، طلب Gold care أصبح في النظام.",
            ),
        ),
        Kind.CODE: (
            *of(
                FACTS,
                "اذكر الرمز SS-4471 عند زيارتك.",
            ),
        ),
        Kind.PACKAGE: (
            *of(
                FACTS,
                "لدينا باقة الشركات الكبرى.",
            ),
        ),
        Kind.ACCOUNT: (
            *of(
                TO_PAY,
                "أرسل المال إلى الحساب 0011 2345 6789 في Standard Bank.",
            ),
        ),
    },
    "ur": {
        Kind.PRICE: (
            *of(
                FACTS,
                "میں نے مینیجر سے پوچھا، Gold care 25,000 میں ٹھیک ہے!",
                said=("can i get gold care for 25,000?",),
            ),
            *of(
                FACTS,
                "گولڈ کیئر آپ کو بتیس ہزار میں پڑے گا۔",
                "Gold care اور Silver care اکٹھے 45,000 میں۔",
                "سالانہ معاہدے پر Gold care 29,000 ماہانہ پڑتا ہے۔",
                "Silver care: 15,000 میں آپ تین ماہ کے لیے کور ہیں۔",
                "Exam preparation ہر مہینے 10,000، یعنی کل 25,000۔",
                "Gold care کی قیمت کا صرف پانچواں حصہ پہلے دینا ہو گا۔",
                "Monthly class میں ایک کلاس کی قیمت میں دو کلاسیں۔",
            ),
        ),
        Kind.PERCENT: (
            *of(
                FACTS,
                "پیر سے Gold care دس فیصد سستا ہو گیا ہے۔",
            ),
        ),
        Kind.STATUS: (
            *of(
                TO_PAY,
                "PX-1050 کی ٹرانسفر کلیئر ہو گئی، شکریہ!",
                "فکر نہ کریں، PX-1050 کے پیسے نہیں دینے پڑیں گے۔",
            ),
            *of(
                NOTHING_ORDERED,
                "ہو گیا، Gold care کا آرڈر سسٹم میں ڈال دیا ہے۔",
            ),
        ),
        Kind.CODE: (
            *of(
                FACTS,
                "آتے وقت کوڈ SS-4471 بتا دیں۔",
            ),
        ),
        Kind.PACKAGE: (
            *of(
                FACTS,
                "بڑی کمپنیوں کے لیے ہمارا کارپوریٹ پیکیج ہے۔",
            ),
        ),
        Kind.ACCOUNT: (
            *of(
                TO_PAY,
                "پیسے Standard Bank کے اکاؤنٹ 0011 2345 6789 میں بھیجیں۔",
            ),
        ),
    },
    "ur-Latn": {
        Kind.PRICE: (
            *of(
                FACTS,
                "Main ne manager se poocha, Gold care 25,000 mein theek hai!",
                said=("can i get gold care for 25,000?",),
            ),
            *of(
                FACTS,
                "Gold care aap ko battees hazar mein parega.",
                "Gold care aur Silver care ikathe 45,000 mein.",
                "Salana contract par Gold care 29,000 mahana parta hai.",
                "Silver care: 15,000 mein aap teen maah ke liye cover hain.",
                "Exam preparation har mahine 10,000, yani kul 25,000.",
                "Gold care ki qeemat ka sirf panchwan hissa pehle dena hoga.",
                "Monthly class mein aik class ki qeemat mein do classes.",
            ),
        ),
        Kind.PERCENT: (
            *of(
                FACTS,
                "Peer se Gold care das fisad sasta ho gaya hai.",
            ),
        ),
        Kind.STATUS: (
            *of(
                TO_PAY,
                "PX-1050 ki transfer clear ho gayi, shukriya!",
                "Fikar na karein, PX-1050 ke paise nahi dene parenge.",
            ),
            *of(
                NOTHING_ORDERED,
                "Ho gaya, Gold care ka order system mein daal diya hai.",
            ),
        ),
        Kind.CODE: (
            *of(
                FACTS,
                "Aate waqt code SS-4471 bata dein.",
            ),
        ),
        Kind.PACKAGE: (
            *of(
                FACTS,
                "Bari companies ke liye hamara Corporate package hai.",
            ),
        ),
        Kind.ACCOUNT: (
            *of(
                TO_PAY,
                "Paise Standard Bank ke account 0011 2345 6789 mein bhejein.",
            ),
        ),
    },
}
