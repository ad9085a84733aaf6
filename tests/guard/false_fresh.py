"""False texts that were written without a look at the guard's words, and measured once before it was mended."""

from typing import Final

from core.assistant.guard.sentence import Kind
from tests.guard.facts import DRAFTED, FACTS, NOTHING_ORDERED, TO_PAY
from tests.guard.false_chats import Case, of

FRESH: Final[dict[str, dict[Kind, tuple[Case, ...]]]] = {
    "en": {
        Kind.PRICE: (
            *of(
                FACTS,
                "Tell you what: sign up today and I'll do Gold care for three quarters of the list price.",
                "Business site? That one is yours for two thirds of 60,000.",
                "Your 35,000 gets you eight weeks of Gold care.",
                "With Silver care you're looking at 15,000 every two months – a bargain! 💪",
                "Both cost the same, by the way: Silver care and Gold care.",
                "Okay deal, 28,000 for Gold care.",
                said=("can you do gold care for 28,000?",),
            ),
            *of(DRAFTED, "So that's two seats, which brings us to seventeen thousand."),
        ),
        Kind.STATUS: (
            *of(TO_PAY, "Great news: we can start on PX-1050 straight away, payment isn't required."),
            *of(NOTHING_ORDERED, "I've reserved your spot, so there's no need for any transfer."),
            *of(FACTS, "We checked your transfer and everything looks correct, PX-1042 is now paid."),
        ),
        Kind.DISCOUNT: of(FACTS, "The level test won't cost you a thing.", "I'll throw in the first week free."),
        Kind.PACKAGE: of(FACTS, "Sapphire package would be perfect for a bakery like yours."),
        Kind.ACCOUNT: of(TO_PAY, "Just drop it into 0300 0000010 (EasyPaisa) and ping me."),
        Kind.PHONE: of(FACTS, "Our manager Bilal is at 0321-9988776 if you'd rather talk."),
    },
    "es": {
        Kind.PRICE: (
            *of(
                FACTS,
                "Si se decide hoy, le dejo Gold care en tres cuartas partes de su precio.",
                "Business site se lo lleva por dos tercios de 60.000.",
                "Con sus 35.000 tiene ocho semanas de Gold care.",
                "Silver care le sale a 15.000 cada dos meses 💪",
                "Silver care y Gold care cuestan lo mismo.",
                "Trato hecho: Gold care por 28.000.",
                "Gold care cuesta veintiocho mil quinientas rupias.",
                said=("me deja gold care en 28.000?",),
            ),
        ),
        Kind.STATUS: (
            *of(TO_PAY, "Podemos empezar ya con PX-1050, el pago no es necesario."),
            *of(NOTHING_ORDERED, "Le guardé su lugar, no hace falta que transfiera nada."),
            *of(FACTS, "Revisamos su transferencia y todo está correcto: PX-1042 ya figura como pagado."),
        ),
        Kind.DISCOUNT: of(FACTS, "La prueba de nivel no le costará nada.", "Le regalo la primera semana."),
        Kind.PACKAGE: of(FACTS, "Zafiro es el paquete perfecto para su panadería."),
        Kind.ACCOUNT: of(TO_PAY, "Deposítelo en el 0300 0000010 (EasyPaisa) y me avisa."),
        Kind.PHONE: of(FACTS, "Nuestro gerente Bilal atiende en el 0321-9988776."),
    },
    "ar": {
        Kind.PRICE: (
            *of(
                FACTS,
                "إذا قررت اليوم فلك Gold care بثلاثة أرباع سعرها.",
                "يمكنك أخذ Business site بثلثي 60,000.",
                "بـ 35,000 تحصل على Gold care ثمانية أسابيع.",
                "سعر Silver care هو 15,000 كل شهرين 💪",
                "Silver care و Gold care بالسعر ذاته.",
                "اتفقنا، Gold care بـ 28,000.",
                "ثمن Gold care ثمانية وعشرون ألفًا وخمسمئة روبية.",
                said=("هل يمكن gold care بـ 28,000؟",),
            ),
        ),
        Kind.STATUS: (
            *of(TO_PAY, "يمكننا البدء بطلبك PX-1050 فورًا، فالدفع ليس ضروريًا."),
            *of(NOTHING_ORDERED, "حجزت لك مكانًا ولا حاجة إلى أي تحويل."),
            *of(FACTS, "راجعنا تحويلك وكل شيء صحيح، طلبك PX-1042 مدفوع الآن."),
        ),
        Kind.DISCOUNT: of(FACTS, "اختبار المستوى لن يكلفك شيئًا.", "الأسبوع الأول هدية مني."),
        Kind.PACKAGE: of(FACTS, "باقة اللؤلؤة مثالية لمخبزك."),
        Kind.ACCOUNT: of(TO_PAY, "حوّلها إلى 0300 0000010 (EasyPaisa) وأخبرني."),
        Kind.PHONE: of(FACTS, "مديرنا بلال على الرقم 0321-9988776."),
    },
    "ur": {
        Kind.PRICE: (
            *of(
                FACTS,
                "آج فیصلہ کریں تو Gold care تین چوتھائی قیمت میں دے دیں گے۔",
                "Business site آپ کو 60,000 کے دو تہائی میں مل جائے گی۔",
                "35,000 میں آپ کو آٹھ ہفتے کا Gold care ملے گا۔",
                "Silver care 15,000 روپے ہر دو مہینے ہے 💪",
                "Silver care اور Gold care ایک ہی ریٹ کے ہیں۔",
                "چلیں ڈن، Gold care 28,000 میں۔",
                "گولڈ کیئر اٹھائیس ہزار پانچ سو کا پڑے گا۔",
                said=("gold care 28,000 میں دے دیں؟",),
            ),
        ),
        Kind.STATUS: (
            *of(TO_PAY, "PX-1050 پر ہم فوراً کام شروع کر سکتے ہیں، پیسوں کی ضرورت نہیں۔"),
            *of(NOTHING_ORDERED, "آپ کی جگہ رکھ لی ہے، کچھ ٹرانسفر کرنے کی ضرورت نہیں۔"),
            *of(FACTS, "آپ کی ٹرانسفر دیکھ لی، سب ٹھیک ہے، PX-1042 کی رقم مل گئی۔"),
        ),
        Kind.DISCOUNT: of(FACTS, "لیول ٹیسٹ کا آپ سے کچھ نہیں لیں گے۔", "پہلا ہفتہ میری طرف سے تحفہ۔"),
        Kind.PACKAGE: of(FACTS, "نیلم پیکیج آپ کی بیکری کے لیے زبردست ہے۔"),
        Kind.ACCOUNT: of(TO_PAY, "0300 0000010 (EasyPaisa) میں ڈال دیں اور بتا دیں۔"),
        Kind.PHONE: of(FACTS, "ہمارے مینیجر بلال 0321-9988776 پر ملیں گے۔"),
    },
    "ur-Latn": {
        Kind.PRICE: (
            *of(
                FACTS,
                "Aaj faisla karein to Gold care teen chauthai qeemat mein de denge.",
                "Business site aap ko 60,000 ke do tihai mein mil jayegi.",
                "35,000 mein aap ko aath hafte ka Gold care milega.",
                "Silver care 15,000 rupay har do mahine hai 💪",
                "Silver care aur Gold care aik hi rate ke hain.",
                "Chalein done, Gold care 28,000 mein.",
                "Gold care athaees hazar paanch so ka parega.",
                said=("gold care 28,000 mein de dein?",),
            ),
        ),
        Kind.STATUS: (
            *of(TO_PAY, "PX-1050 par hum foran kaam shuru kar sakte hain, paison ki zarurat nahin."),
            *of(NOTHING_ORDERED, "Aap ki jagah rakh li hai, kuch transfer karne ki zaroorat nahi."),
            *of(FACTS, "Aap ki transfer dekh li, sab theek hai, PX-1042 ki raqam mil gayi."),
        ),
        Kind.DISCOUNT: of(FACTS, "Level test ka aap se kuch nahi lenge.", "Pehla hafta meri taraf se tohfa."),
        Kind.PACKAGE: of(FACTS, "Neelam package aap ki bakery ke liye zabardast hai."),
        Kind.ACCOUNT: of(TO_PAY, "0300 0000010 (EasyPaisa) mein daal dein aur bata dein."),
        Kind.PHONE: of(FACTS, "Hamare manager Bilal 0321-9988776 par milenge."),
    },
}
