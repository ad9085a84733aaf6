"""False texts as a fluent model phrases them: parts of a price, other times, nothing to pay, invented names."""

from typing import Final

from core.assistant.decision import TurnFacts
from core.assistant.guard.sentence import Kind
from tests.guard.facts import DRAFTED, FACTS, NOTHING_ORDERED, TO_PAY

Case = tuple[TurnFacts, str, tuple[str, ...]]  # what is known, the text, what the customer said before


def of(facts: TurnFacts, *texts: str, said: tuple[str, ...] = ()) -> tuple[Case, ...]:
    return tuple((facts, text, said) for text in texts)


CHATS: Final[dict[str, dict[Kind, tuple[Case, ...]]]] = {
    "en": {
        Kind.PRICE: (
            *of(
                FACTS,
                "Gold care at half of 35,000 is yours today.",
                "I can let you have Gold care for a fifth off.",
                "With us you get two Gold care for the price of one!",
                "You only pay a third of the price now.",
                "Gold care is great for shops. You'd pay just half.",
                "Platinum care costs double what Gold care costs.",
                "We'll knock a quarter off Gold care for you 😊",
                "Gold care is 35,000 minus a tenth.",
                "Take Platinum care for the price of Gold care.",
                "Gold care is cheaper today than usual.",
                "Gold care is 35,000 for two months.",
                "Good news! *Gold care* – 35,000 for 6 months 🎉",
                "The Starter site is 25,000 a week.",
                "For three months of Silver care you pay 15,000.",
                "Six months of Gold care cost 35,000.",
                "- Silver care: PKR 15,000 (3 months)\n- Gold care: PKR 35,000 (1 month)",
                "Gold care has 20 posts a month. It is 35,000 for a whole year.",
                "Trial week costs 2,500 for 14 days.",
                "Silver care is more expensive than Gold care.",
                "You're right, my mistake, Gold care is thirty thousand.",
                "Sure, 30,000 it is.",
                "Silver care is 20,000 less than usual.",
                said=("isn't gold care 30,000?",),
            ),
            *of(DRAFTED, "You can pay a third now and the rest later."),
            *of(TO_PAY, "Just send half of it by EasyPaisa and the rest after we deliver."),
        ),
        Kind.STATUS: (
            *of(
                NOTHING_ORDERED, "No payment is needed.", "You don't have to pay anything.", "There is nothing to pay."
            ),
            *of(
                TO_PAY,
                "Relax, you don't need to pay for PX-1050.",
                "No need to send any proof, we trust you!",
                "Nothing is due for your order.",
                "You owe us nothing more for PX-1050.",
                "A receipt is not required.",
            ),
            *of(FACTS, "Your payment for PX-1042 isn't necessary any more.", "Nothing to pay for Platinum care!"),
        ),
        Kind.DISCOUNT: of(FACTS, "Gold care costs nothing for you.", "Setting it up costs you nothing at all."),
        Kind.PACKAGE: of(
            FACTS,
            "Diamond package is our best seller.",
            "Bronze is for smaller shops, and Diamond for large ones.",
            "You could also take our premium plan, it has everything.",
        ),
    },
    "es": {
        Kind.PRICE: (
            *of(
                FACTS,
                "Gold care le sale por la mitad de 35.000.",
                "Le dejo Gold care por un tercio del precio.",
                "Dos Gold care por el precio de uno.",
                "Gold care vale el doble que Silver care.",
                "Hoy paga solo una quinta parte de Gold care.",
                "Gold care cuesta 35.000 menos un diez por ciento.",
                "Platinum care al precio de Gold care, ¿qué le parece?",
                "Gold care está más barato hoy 😉",
                "Gold care cuesta 35.000 por dos meses.",
                "Gold care: 35.000 rupias por 6 meses.",
                "Starter site cuesta 25.000 a la semana.",
                "Por tres meses de Silver care paga 15.000.",
                "Seis meses de Gold care cuestan 35.000.",
                "Gold care es muy completo. Son 35.000 por todo un año.",
                "Silver care es más caro que Gold care.",
                "Tiene razón, Gold care cuesta treinta mil.",
                "*Trial week* – 2.500 por 14 días",
                "Silver care sale 20.000 menos de lo normal.",
                "- Silver care: PKR 15.000 (tres meses)\n- Gold care: PKR 35.000",
                said=("gold care no era 30.000?",),
            ),
            *of(TO_PAY, "Envíe solo la mitad por EasyPaisa y el resto después."),
        ),
        Kind.STATUS: (
            *of(NOTHING_ORDERED, "No tiene que pagar nada.", "No hace falta ningún pago.", "No hay nada que pagar."),
            *of(
                TO_PAY, "No necesita enviar el comprobante.", "Ya no debe nada por PX-1050.", "Puede empezar sin pagar."
            ),
        ),
        Kind.DISCOUNT: of(FACTS, "Gold care no le cuesta nada.", "La instalación no cuesta nada."),
        Kind.PACKAGE: of(
            FACTS,
            "Diamante es nuestro paquete más vendido.",
            "El paquete diamante le va a encantar.",
            "Paquete Premium: todo incluido.",
        ),
    },
    "ar": {
        Kind.PRICE: (
            *of(
                FACTS,
                "لك Gold care بنصف 35,000.",
                "ادفع ثلث السعر الآن فقط.",
                "اثنتان من Gold care بسعر واحدة!",
                "سعر Platinum care ضعف سعر Gold care.",
                "Gold care بربع السعر لك اليوم 😊",
                "سعر Gold care هو 35,000 ناقص العشر.",
                "خذ Platinum care بسعر Gold care.",
                "Gold care أرخص اليوم من المعتاد.",
                "Gold care بسعر 35,000 لمدة شهرين.",
                "سعر Gold care هو 35,000 روبية لستة أشهر.",
                "سعر Starter site هو 25,000 في الأسبوع.",
                "ثلاثة أشهر من Silver care بسعر 15,000.",
                "Gold care ممتازة. سعرها 35,000 لسنة كاملة.",
                "Silver care أغلى من Gold care.",
                "معك حق، سعر Gold care ثلاثون ألفًا.",
                "*Trial week* – 2,500 لمدة 14 يومًا",
                "- Silver care: PKR 15,000 (3 أشهر)\n- Gold care: PKR 35,000 (شهر)",
                "سعر Gold care خمسة وعشرون ألفاً.",
                "Silver care أقل بـ 20,000 من المعتاد.",
                said=("أليس سعر gold care 30,000؟",),
            ),
            *of(TO_PAY, "أرسل نصف المبلغ الآن والباقي لاحقًا."),
        ),
        Kind.STATUS: (
            *of(NOTHING_ORDERED, "لا حاجة للدفع.", "لا يجب عليك دفع أي شيء.", "ليس عليك أن تدفع شيئًا."),
            *of(TO_PAY, "لا داعي لإرسال إثبات الدفع.", "لا شيء عليك للطلب PX-1050.", "يمكنك البدء دون دفع."),
        ),
        Kind.DISCOUNT: of(FACTS, "Gold care لا تكلفك شيئًا.", "التركيب لا يكلف شيئا."),
        Kind.PACKAGE: of(FACTS, "باقة الماس هي الأفضل لمتجرك.", "أنصحك بالباقة الماسية.", "لدينا أيضًا باقة دايموند."),
    },
    "ur": {
        Kind.PRICE: (
            *of(
                FACTS,
                "گولڈ کیئر 35,000 کے آدھے میں مل جائے گا۔",
                "ابھی صرف ایک تہائی قیمت ادا کریں۔",
                "ایک کی قیمت میں دو گولڈ کیئر!",
                "پلاٹینم کیئر کی قیمت گولڈ کیئر سے دگنی ہے۔",
                "گولڈ کیئر آپ کو چوتھائی قیمت میں دوں گی 😊",
                "Platinum care آپ Gold care کی قیمت میں لے لیں۔",
                "آج Gold care معمول سے سستا ہے۔",
                "Gold care دو مہینے کے لیے 35,000 کا ہے۔",
                "Gold care چھ مہینے کا 35,000 روپے ہے۔",
                "Starter site 25,000 روپے فی ہفتہ ہے۔",
                "تین مہینے کا Silver care 15,000 میں۔",
                "Gold care بہت اچھا ہے۔ پورے ایک سال کے لیے 35,000 روپے۔",
                "Silver care، Gold care سے مہنگا ہے۔",
                "آپ درست ہیں، گولڈ کیئر تیس ہزار کا ہے۔",
                "*Trial week* – 2,500 روپے 14 دن کے لیے",
                "- Silver care: PKR 15,000 (3 مہینے)\n- Gold care: PKR 35,000",
                "Gold care پینتیس سو کا ہے۔",
                "35,000 میں سے دسواں حصہ کم کر کے دے دوں گی۔",
                "Silver care معمول سے 20,000 کم میں ہے۔",
                said=("گولڈ کیئر 30,000 کا نہیں؟",),
            ),
            *of(TO_PAY, "آدھی رقم ابھی بھیج دیں، باقی بعد میں۔"),
        ),
        Kind.STATUS: (
            *of(NOTHING_ORDERED, "ادائیگی کی ضرورت نہیں ہے۔", "آپ کو کچھ ادا نہیں کرنا۔", "کوئی پیسے نہیں دینے۔"),
            *of(
                TO_PAY,
                "ثبوت بھیجنے کی ضرورت نہیں۔",
                "PX-1050 کے لیے آپ کے ذمے کچھ نہیں۔",
                "آپ بغیر ادائیگی کے شروع کر سکتے ہیں۔",
            ),
        ),
        Kind.DISCOUNT: of(FACTS, "Gold care پر آپ کا کوئی خرچ نہیں آئے گا۔", "سیٹ اپ پر کچھ خرچ نہیں ہوتا۔"),
        Kind.PACKAGE: of(FACTS, "پیکج ہیرا سب سے اچھا ہے۔", "ہمارا ڈائمنڈ پیکیج لے لیں۔", "ہیرا پیکیج بھی دستیاب ہے۔"),
    },
    "ur-Latn": {
        Kind.PRICE: (
            *of(
                FACTS,
                "Gold care 35,000 ke aadhe mein mil jayega.",
                "Abhi sirf aik tihai qeemat ada karein.",
                "Aik ki qeemat mein do Gold care!",
                "Platinum care ki qeemat Gold care se dugni hai.",
                "Gold care aap ko chauthai qeemat mein de doon ga 😊",
                "Platinum care aap Gold care ki qeemat mein le lein.",
                "Aaj Gold care mamool se sasta hai.",
                "Gold care do mahine ke liye 35,000 ka hai.",
                "Gold care chay mahine ka 35,000 rupay hai.",
                "Starter site 25,000 rupay har hafte hai.",
                "Teen mahine ka Silver care 15,000 mein.",
                "Gold care bohat acha hai. Poore aik saal ke liye 35,000 rupay.",
                "Silver care Gold care se mehnga hai.",
                "Aap theek keh rahe hain, Gold care tees hazar ka hai.",
                "Gold care paintees so ka hai.",
                "Trial week do hazar paanch so ka nahi, do hazar chaar so ka hai.",
                "Monthly class saat hazar paanch so ki hai.",
                "*Trial week* – 2,500 rupay 14 din ke liye",
                "- Silver care: PKR 15,000 (3 mahine)\n- Gold care: PKR 35,000",
                "Silver care mamool se 20,000 kam mein hai.",
                said=("gold care 30,000 ka nahi?",),
            ),
            *of(TO_PAY, "Aadhi raqam abhi bhej dein, baqi baad mein."),
        ),
        Kind.STATUS: (
            *of(
                NOTHING_ORDERED, "Payment ki zaroorat nahi hai.", "Aap ko kuch ada nahi karna.", "Koi paise nahi dene."
            ),
            *of(
                TO_PAY,
                "Saboot bhejne ki zaroorat nahi.",
                "PX-1050 ke liye aap ke zimme kuch nahi.",
                "Aap baghair payment ke shuru kar sakte hain.",
            ),
        ),
        Kind.DISCOUNT: of(FACTS, "Gold care par aap ka koi kharcha nahi aayega.", "Setup par kuch kharch nahi hota."),
        Kind.PACKAGE: of(
            FACTS,
            "Diamond package bohat acha hai.",
            "Hamara diamond package le lein.",
            "Aap ke liye package Heera behtareen rahega.",
        ),
    },
}
