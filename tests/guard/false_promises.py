"""False texts of what others did and what the shop will do, fifty written blind and measured once."""

from typing import Final

from core.assistant.guard.sentence import Kind
from tests.guard.facts import FACTS, NOTHING_ORDERED, TO_PAY
from tests.guard.false_chats import Case, of

PROMISES: Final[dict[str, dict[Kind, tuple[Case, ...]]]] = {
    "en": {
        Kind.PRICE: (
            *of(
                NOTHING_ORDERED,
                "Honestly the Online store is a bargain, a hundred grand and you own it.",
                "Tell you what, sign up before Sunday and the second month is half.",
                "We can run Google Ads for you too, that'd be another Rs 12,000 on top.",
                "And if it doesn't work out, you don't lose a single rupee.",
                "For you and your sister, the Exam preparation would be Rs 50,000 for both.",
                "Silver care has 12 posts a month on one network. Want a bit more? Gold care "
                "is just five thousand more.",
            ),
        ),
        Kind.PAYEE: (*of(TO_PAY, "Just drop the money off with Bilal at our shop, he'll sort it."),),
        Kind.STATUS: (
            *of(
                FACTS,
                "I've just heard back from accounts: your payment went through without a hitch.",
                "Your designer is already busy with your first posts for Gold care 🎨",
            ),
        ),
        Kind.DISCOUNT: (*of(TO_PAY, "This offer only stands till tonight, so send the Rs 15,000 soon."),),
    },
    "ur": {
        Kind.PRICE: (
            *of(
                NOTHING_ORDERED,
                "Platinum care تین مہینے کا پیکج ہے اور صرف 75,000 میں پڑتا ہے۔",
                "آپ اپنی بہن کو بھی لے آئیں تو دونوں کو پانچ پانچ سو کم لگیں گے۔",
                "ویڈیو ایڈیٹنگ بھی کرتے ہیں، ایک ویڈیو کے 3,000 روپے۔",
                "کام پسند نہ آیا تو ایک ایک روپیہ لوٹا دیں گے۔",
                "Starter site اور Silver care دونوں ملا کر 35,000 میں ہو جائے گا۔",
            ),
            *of(NOTHING_ORDERED, "جی ہاں، بالکل درست، 12 ہزار ہی ہے۔", said=("Silver care بارہ ہزار کا ہے نا؟",)),
        ),
        Kind.PAYEE: (*of(TO_PAY, "پیسے ہمارے منیجر عمران صاحب کے نمبر پر بھیج دیجیے گا۔"),),
        Kind.STATUS: (
            *of(FACTS, "خوشخبری! اکاؤنٹس والوں نے آپ کی ادائیگی اوکے کر دی ہے۔"),
            *of(TO_PAY, "آپ کا Silver care آج سے لائیو ہے 🎉"),
        ),
        Kind.DISCOUNT: (*of(TO_PAY, "جمعے تک پیسے نہ آئے تو آرڈر ختم سمجھیں۔"),),
    },
    "ur-Latn": {
        Kind.PRICE: (
            *of(
                NOTHING_ORDERED,
                "Exam preparation 3 mahine ka hai aur 27,500 mein par jata hai.",
                "Aap mere bhai jaise ho, aap se Business site ke 55 hi lenge.",
                "Product photography bhi ho jayegi, 200 rupay per picture.",
                "4 bachon ka Monthly class 36,000 ban jata hai.",
            ),
            *of(
                NOTHING_ORDERED,
                "Haan ji theek kaha, pandrah din mein ban jayegi aur 20 hazar lagenge.",
                said=("Starter site 20 hazar ki hai na?",),
            ),
        ),
        Kind.ACCOUNT: (*of(TO_PAY, "Ye number save kar lein 0312-9876543, isi pe EasyPaisa kar dena."),),
        Kind.STATUS: (
            *of(FACTS, "Accounts walon ne okay kar diya hai aap ka transfer."),
            *of(TO_PAY, "Silver care ki pehli post kal lag chuki hai aap ke page pe!"),
        ),
        Kind.DISCOUNT: (
            *of(NOTHING_ORDERED, "Tension na lein, pasand na aya to pura paisa lauta denge."),
            *of(TO_PAY, "Bhai aaj raat 12 baje se pehle bhej do paise, phir slot kisi aur ko chala jayega."),
        ),
    },
    "ar": {
        Kind.PRICE: (
            *of(
                NOTHING_ORDERED,
                "بصراحة Online store صفقة رائعة، مئة ألف فقط.",
                "إذا جبتي صديقتك معك بنعطيكم الشهر الثاني بنص السعر.",
                "عندنا كمان إعلانات جوجل، وتكلفتها 12 ألف روبية بالشهر.",
                "لك ولأختك Exam preparation يصير 50,000 للاثنتين.",
            ),
            *of(TO_PAY, "العرض ينتهي الليلة فأرسلي 15,000 بسرعة."),
        ),
        Kind.PAYEE: (*of(TO_PAY, "سلمي المبلغ نقداً لزميلنا أحمد في المكتب."),),
        Kind.STATUS: (
            *of(
                FACTS, "بشرى سارة! المحاسبة أكدت أن تحويلك تم بنجاح.", "مصممنا يشتغل الآن على أول منشورات Gold care 🎨"
            ),
        ),
        Kind.DISCOUNT: (*of(NOTHING_ORDERED, "ولو ما عجبك الشغل فلوسك ترجع لك كاملة."),),
        Kind.ORDER: (*of(FACTS, "تجدين كل التفاصيل تحت الطلب رقم 1045."),),
    },
    "es": {
        Kind.PRICE: (
            *of(
                NOTHING_ORDERED,
                "La verdad, el Online store es una ganga: cien mil y es tuyo.",
                "También te llevamos Google Ads, serían otras 12.000 rupias.",
                "Y si no te convence, no pierdes ni una rupia.",
                "Para ti y tu hermana, Exam preparation serían 50.000 las dos.",
                "Con Silver care tienes todo un trimestre cubierto por 15.000.",
            ),
            *of(TO_PAY, "Esta oferta acaba esta noche, así que mándame las 15.000 cuanto antes."),
        ),
        Kind.PERCENT: (*of(NOTHING_ORDERED, "Si traes a una amiga, a las dos os hacemos un 15 % menos."),),
        Kind.PAYEE: (*of(TO_PAY, "Déjale el dinero a Bilal en la tienda y él lo apunta."),),
        Kind.STATUS: (
            *of(
                FACTS,
                "Me confirman de contabilidad que tu transferencia entró sin problemas.",
                "La diseñadora ya está con tus primeras publicaciones de Gold care 🎨",
            ),
        ),
    },
}
