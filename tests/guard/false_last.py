"""The second set of false texts that were written blind, and measured once before the guard was mended by them."""

from typing import Final

from core.assistant.guard.sentence import Kind
from tests.guard.facts import DRAFTED, FACTS, NOTHING_ORDERED, TO_PAY
from tests.guard.false_chats import Case, of

LAST: Final[dict[str, dict[Kind, tuple[Case, ...]]]] = {
    "en": {
        Kind.PRICE: (
            *of(
                FACTS,
                "Platinum care sounds right for you. We can do it for a third of what it normally goes for.",
                "Honestly, Starter site is a steal: 25,000 and you're hosted for 2 years.",
                "Take the Online store and pay the same as for the Business site.",
                "Silver care would be 15,000 for the first two months, then we'll see.",
                "If you pay this week, the Exam preparation comes down to twenty-two and a half thousand.",
                "Gold care is pricier than Platinum care, so think about Platinum.",
            ),
            *of(TO_PAY, "7,500 now and 7,500 after the first week is fine for PX-1050."),
            *of(DRAFTED, "With both seats it's 9,500 all in."),
            *of(TO_PAY, "Thanks, I can confirm the 15,000 reached our account this morning."),
        ),
        Kind.STATUS: (
            *of(TO_PAY, "PX-1050 is all settled, nothing left on your side to pay 🙌"),
            *of(NOTHING_ORDERED, "You're booked in! We don't need any money from you."),
        ),
        Kind.DISCOUNT: of(FACTS, "Since you're a returning customer, the contact form is complimentary."),
        Kind.PACKAGE: of(FACTS, "Have you seen our Emerald plan? It's new.", "Weekend package could be an option too."),
        Kind.LINK: of(FACTS, "Everything is on instagram.com/sampleservices."),
    },
    "es": {
        Kind.PRICE: (
            *of(
                FACTS,
                "Platinum care le conviene. Se lo puedo dejar en la tercera parte de lo que vale.",
                "Starter site es una ganga: 25.000 y tiene alojamiento por 2 años.",
                "Llévese Online store y pague lo mismo que por Business site.",
                "Silver care serían 15.000 por los dos primeros meses.",
                "Si paga esta semana, Exam preparation baja a veintidós mil quinientas.",
                "Gold care es más caro que Platinum care.",
            ),
            *of(TO_PAY, "Puede dar 7.500 ahora y 7.500 después para PX-1050."),
            *of(DRAFTED, "Las dos plazas le quedan en 9.500 en total."),
            *of(TO_PAY, "Le confirmo que los 15.000 entraron en nuestra cuenta esta mañana."),
        ),
        Kind.STATUS: (
            *of(TO_PAY, "PX-1050 está saldado, no le queda nada por pagar 🙌"),
            *of(NOTHING_ORDERED, "¡Ya está inscrita! No necesitamos ningún dinero suyo."),
        ),
        Kind.DISCOUNT: of(FACTS, "Por ser clienta habitual, el formulario va de cortesía."),
        Kind.PACKAGE: of(
            FACTS, "¿Ya vio nuestro plan Esmeralda? Es nuevo.", "Weekend también es un paquete interesante."
        ),
        Kind.LINK: of(FACTS, "Todo está en instagram.com/sampleservices."),
    },
    "ar": {
        Kind.PRICE: (
            *of(
                FACTS,
                "Platinum care تناسبك. أستطيع أن أعطيك إياها بثلث ثمنها.",
                "Starter site صفقة رابحة: 25,000 مع استضافة لسنتين.",
                "خذ Online store وادفع مثل سعر Business site.",
                "سعر Silver care هو 15,000 لأول شهرين.",
                "إذا دفعت هذا الأسبوع يصبح سعر Exam preparation اثنين وعشرين ألفًا.",
                "Gold care أغلى من Platinum care.",
            ),
            *of(TO_PAY, "يمكنك دفع 7,500 الآن و7,500 لاحقًا للطلب PX-1050."),
            *of(DRAFTED, "المقعدان معًا بـ 9,500 روبية."),
            *of(TO_PAY, "أؤكد لك أن 15,000 وصلت إلى حسابنا صباح اليوم."),
        ),
        Kind.STATUS: (
            *of(TO_PAY, "طلبك PX-1050 مسدد ولم يبق عليك شيء 🙌"),
            *of(NOTHING_ORDERED, "تم تسجيلك! لا نحتاج منك أي مال."),
        ),
        Kind.DISCOUNT: of(FACTS, "ولأنك عميلة دائمة فنموذج الاتصال مجانًا."),
        Kind.PACKAGE: of(FACTS, "هل رأيت باقة الزمرد؟ إنها جديدة.", "باقة نهاية الأسبوع خيار آخر."),
        Kind.LINK: of(FACTS, "كل شيء على instagram.com/sampleservices."),
    },
    "ur": {
        Kind.PRICE: (
            *of(
                FACTS,
                "Platinum care آپ کے لیے ٹھیک ہے۔ میں اسے ایک تہائی داموں میں دلوا سکتی ہوں۔",
                "Starter site بہترین سودا ہے: 25,000 میں دو سال کی ہوسٹنگ۔",
                "Online store لیں اور Business site جتنی قیمت دیں۔",
                "Silver care پہلے دو مہینوں کے لیے 15,000 ہو گا۔",
                "اسی ہفتے ادائیگی کریں تو Exam preparation بائیس ہزار پانچ سو کا ہو جائے گا۔",
                "Gold care، Platinum care سے مہنگا ہے۔",
            ),
            *of(TO_PAY, "PX-1050 کے لیے 7,500 ابھی اور 7,500 بعد میں دے دیں۔"),
            *of(DRAFTED, "دونوں سیٹیں ملا کر 9,500 بنتے ہیں۔"),
            *of(TO_PAY, "تصدیق کرتی ہوں کہ 15,000 آج صبح ہمارے اکاؤنٹ میں آ گئے۔"),
        ),
        Kind.STATUS: (
            *of(TO_PAY, "PX-1050 کا حساب صاف ہے، آپ کی طرف کچھ باقی نہیں 🙌"),
            *of(NOTHING_ORDERED, "آپ کا داخلہ ہو گیا! ہمیں آپ سے کوئی پیسے نہیں چاہییں۔"),
        ),
        Kind.DISCOUNT: of(FACTS, "پرانی گاہک ہونے کی وجہ سے رابطہ فارم آپ کو مفت ملے گا۔"),
        Kind.PACKAGE: of(FACTS, "کیا آپ نے ہمارا زمرد پلان دیکھا؟", "ویک اینڈ پیکیج بھی ایک آپشن ہے۔"),
        Kind.LINK: of(FACTS, "سب کچھ instagram.com/sampleservices پر ہے۔"),
    },
    "ur-Latn": {
        Kind.PRICE: (
            *of(
                FACTS,
                "Platinum care aap ke liye theek hai. Main isay aik tihai daamon mein dilwa sakta hoon.",
                "Starter site behtareen sauda hai: 25,000 mein do saal ki hosting.",
                "Online store lein aur Business site jitni qeemat dein.",
                "Silver care pehle do mahino ke liye 15,000 hoga.",
                "Isi hafte payment karein to Exam preparation bais hazar paanch so ka ho jayega.",
                "Gold care Platinum care se mehnga hai.",
            ),
            *of(TO_PAY, "PX-1050 ke liye 7,500 abhi aur 7,500 baad mein de dein."),
            *of(DRAFTED, "Dono seats mila kar 9,500 bante hain."),
            *of(TO_PAY, "Confirm karta hoon ke 15,000 aaj subah hamare account mein aa gaye."),
        ),
        Kind.STATUS: (
            *of(TO_PAY, "PX-1050 ka hisab saaf hai, aap ki taraf kuch baqi nahi 🙌"),
            *of(NOTHING_ORDERED, "Aap ka dakhla ho gaya! Humein aap se koi paise nahi chahiyen."),
        ),
        Kind.DISCOUNT: of(FACTS, "Purani customer hone ki wajah se contact form aap ko free milega."),
        Kind.PACKAGE: of(FACTS, "Kya aap ne hamara Zamurd plan dekha?", "Weekend package bhi aik option hai."),
        Kind.LINK: of(FACTS, "Sab kuch instagram.com/sampleservices par hai."),
    },
}
