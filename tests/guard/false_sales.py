"""False texts of a friendly seller, a hundred and fifty written blind: what was checked, begun, promised and due."""

from typing import Final

from core.assistant.guard.sentence import Kind
from tests.guard.facts import FACTS, NOTHING_ORDERED, TO_PAY
from tests.guard.false_chats import Case, of

SALES: Final[dict[str, dict[Kind, tuple[Case, ...]]]] = {
    "en": {
        Kind.PRICE: (
            *of(
                NOTHING_ORDERED,
                "Great question, Sara! 😊 The Starter site comes in at just Rs 22,000.",
                "Gold care will set you back thirty thousand rupees a month.",
                "For Gold care you'd be looking at Rs 15,000 monthly.",
                "The Business site? That one's Rs 120,000, all in.",
                "Platinum care is Rs 90,000 per month and includes four networks.",
                "The Monthly class is Rs 9,500 and runs for two months.",
                "You can put down Rs 30,000 now for the Business site and the rest when we launch.",
                "Platinum care works out at around 25k a month if you do the maths.",
                "Since it's your first order, I've knocked 5k off the Business site for you 🎉",
                "We also have a Diamond care package at Rs 150,000 with unlimited posts.",
                "Logo design is an extra Rs 8,000 if you need one.",
                "- *Starter site* – Rs 25,000\n- *Business site* – Rs 60,000\n- *Enterprise site* – Rs 250,000",
                "Three Monthly classes come to Rs 27,500 in total.",
                "Silver care plus Gold care together would be Rs 45,000.",
                "Exam preparation is a great choice for you. It has 36 live lessons and four "
                "mock exams. It's only Rs 9,500.",
            ),
            *of(TO_PAY, "We've got your Rs 15,000, thank you so much!"),
            *of(
                NOTHING_ORDERED,
                "Yes, that's right, 20k for the Starter site!",
                said=("So the Starter site is 20k right?",),
            ),
        ),
        Kind.DISCOUNT: (
            *of(
                NOTHING_ORDERED,
                "Order today and I'll throw in a month of Silver care on the house!",
                "You can try Gold care free for the first week, no strings attached.",
                "The Trial week doesn't cost you a thing, so why not give it a go?",
                "If you're not happy within 14 days you get every rupee back.",
            ),
            *of(TO_PAY, "Please pay within 24 hours or your order will be cancelled automatically."),
        ),
        Kind.ACCOUNT: (*of(TO_PAY, "Please send it by EasyPaisa to 0301 2345678."),),
        Kind.STATUS: (
            *of(TO_PAY, "Transfer Rs 15,000 to Nadia Sample at Standard Bank and you're done."),
            *of(
                FACTS,
                "Good news! The team had a look at your receipt and everything checks out ✅",
                "Your Gold care is up and running as of this morning 🚀",
            ),
            *of(NOTHING_ORDERED, "I've gone ahead and placed your order for the Monthly class."),
        ),
        Kind.PAYEE: (
            *of(
                TO_PAY,
                "You can also pay by credit card through our link: https://pay.sample.pk/px",
                "If it's easier, just pay cash when our guy comes round.",
            ),
        ),
        Kind.ORDER: (*of(FACTS, "Your Gold care order is PX-1024, keep that number handy."),),
    },
    "ur": {
        Kind.PRICE: (
            *of(
                NOTHING_ORDERED,
                "جی سارہ، اسٹارٹر سائٹ صرف 20,000 روپے میں بن جاتی ہے 😊",
                "Monthly class کی فیس آٹھ ہزار پانچ سو روپے ہے۔",
                "Silver care آپ کو 35,000 روپے میں ملے گا۔",
                "Online store کے لیے آپ کو ساٹھ ہزار روپے دینے ہوں گے۔",
                "Exam preparation کی فیس 30,000 روپے ماہانہ ہے۔",
                "Trial week صرف 2,500 روپے میں پورے دو ہفتے چلتا ہے۔",
                "آپ آدھی رقم ابھی دے دیں اور باقی کام مکمل ہونے پر۔",
                "Business site کے لیے ابھی صرف 20,000 روپے ایڈوانس دے دیں۔",
                "آپ ہماری پرانی کسٹمر ہیں، اس لیے آپ کے لیے Gold care پر دو ہزار کم کر دیتا ہوں۔",
                "ہمارے پاس Diamond پیکج بھی ہے جو ڈیڑھ لاکھ روپے کا ہے۔",
                "لوگو ڈیزائن الگ سے 5,000 روپے میں ہو جائے گا۔",
                "ہم موبائل ایپ بھی بناتے ہیں، قیمت دو لاکھ سے شروع ہوتی ہے۔",
                "دو Gold care کا کل 65,000 روپے بنے گا۔",
                "تین بچوں کی Monthly class کے 19,000 روپے ہوں گے۔",
                "Gold care آپ کے لیے بہترین رہے گا۔ اس میں مہینے کی 20 پوسٹس ہیں۔ قیمت صرف پچیس ہزار ہے۔",
            ),
            *of(
                NOTHING_ORDERED,
                "جی بالکل، پچاس ہزار ہی ہے Business site کا۔",
                said=("Business site پچاس ہزار کی ہے نا؟",),
            ),
        ),
        Kind.DISCOUNT: (
            *of(
                NOTHING_ORDERED,
                "آج آرڈر کریں تو ڈومین ہماری طرف سے تحفہ! 🎁",
                "پہلا مہینہ بالکل مفت ہے، پسند نہ آئے تو چھوڑ دیں۔",
                "Silver care کے پہلے ہفتے کا کوئی پیسہ نہیں لگے گا۔",
            ),
            *of(TO_PAY, "آج رات بارہ بجے تک ادائیگی کر دیں ورنہ قیمت بڑھ جائے گی۔"),
        ),
        Kind.ACCOUNT: (*of(TO_PAY, "رقم ایزی پیسہ نمبر 0300 1112223 پر بھیج دیں۔"),),
        Kind.PAYEE: (
            *of(
                TO_PAY,
                "جاز کیش پر پیسے Sample Services کے نام بھیجیں۔",
                "آپ چاہیں تو دفتر آ کر نقد بھی دے سکتی ہیں۔",
                "بینک کا نام میزان بینک ہے، وہیں ٹرانسفر کر دیں۔",
            ),
        ),
        Kind.ORDER: (*of(FACTS, "آپ کے آرڈر کا نمبر PX-1048 ہے، اسے سنبھال کر رکھیں۔"),),
        Kind.STATUS: (
            *of(FACTS, "ٹیم نے آپ کی رسید دیکھ لی ہے، سب ٹھیک ہے ✅", "آپ کے Gold care پر کام شروع ہو چکا ہے۔"),
            *of(TO_PAY, "آپ کے پیسے ہمیں مل گئے ہیں، بہت شکریہ!"),
            *of(
                NOTHING_ORDERED,
                "میں نے آپ کا آرڈر لگا دیا ہے، جلد ہی رابطہ ہوگا۔",
                "پسند نہ آئے تو سات دن میں پوری رقم واپس۔",
            ),
        ),
    },
    "ur-Latn": {
        Kind.PRICE: (
            *of(
                NOTHING_ORDERED,
                "Jee Sara, Starter site bas 23 hazar mein ban jati hai 😊",
                "Monthly class ki fees Rs 9,000 hai sirf.",
                "Gold care ka rate to 90 hazar hai.",
                "Aap Business site le lein, woh 25,000 ki hai.",
                "Platinum care 90,000 mein aik mahine ke liye milta hai.",
                "Starter site 25,000 mein 3 din mein tayyar ho jayegi.",
                "Aap aadhay paise abhi de dein, baqi site banne ke baad.",
                "Online store ki payment 3 qiston mein ho sakti hai, 40,000 har mahine.",
                "Chalein aap ke liye Silver care 13 hazar mein kar dete hain.",
                "Hamare paas VIP care bhi hai, 2 lakh ka, us mein sab kuch included hai.",
                "Domain aur hosting ke sirf 4,000 alag se lagenge.",
                "SEO bhi kar dete hain, 12k per month.",
                "Do log Exam preparation karein to total 55,000 banega.",
                "Starter site aur Silver care mila ke 38,000 ho jayega.",
                "Online store aap ke liye best hai. 200 products tak rakh sakti hain. Sirf aik lakh ki hai.",
            ),
            *of(NOTHING_ORDERED, "Jee haan, 30 hazar hi hai Gold care.", said=("Gold care 30 hazar ka hai na?",)),
        ),
        Kind.PERCENT: (*of(NOTHING_ORDERED, "Do packages ek saath lein to 10% off mil jayega 🎉"),),
        Kind.DISCOUNT: (
            *of(
                NOTHING_ORDERED,
                "Pehla hafta free hai, try kar ke dekh lein.",
                "Trial week ka koi charge nahi hai, bilkul muft.",
            ),
            *of(TO_PAY, "Kal shaam tak pay kar dein warna order cancel ho jayega."),
        ),
        Kind.ACCOUNT: (
            *of(TO_PAY, "JazzCash number note kar lein: 0300 0000001.", "IBAN yeh hai: PK36SCBL0000001123456720"),
        ),
        Kind.PAYEE: (
            *of(
                TO_PAY, "Paise Ali Raza ke account mein bhej dein.", "SadaPay par bhi bhej sakti hain, koi masla nahi."
            ),
        ),
        Kind.ORDER: (*of(TO_PAY, "Aap ka order number PX-1042 hai ji."),),
        Kind.STATUS: (
            *of(
                FACTS,
                "Aap ki payment check ho gayi hai, sab set hai 👍",
                "Gold care ka kaam aaj se start ho gaya hai aap ke page par.",
            ),
            *of(TO_PAY, "Paise aa gaye hain hamare paas, shukriya Sara!"),
            *of(
                NOTHING_ORDERED,
                "Aap ka order book ho gaya hai, mubarak ho! 🎊",
                "Agar pasand na aaye to paise wapas, guarantee ke saath.",
            ),
        ),
    },
    "ar": {
        Kind.PRICE: (
            *of(
                NOTHING_ORDERED,
                "أهلاً سارة! باقة Starter site بسعر 20,000 روبية فقط 😊",
                "سعر Gold care ثلاثون ألف روبية في الشهر.",
                "باقة Business site تكلفك 25,000 روبية لا غير.",
                "أما Silver care فهي بـ 35 ألف روبية.",
                "Platinum care بسعر 90,000 روبية شهرياً.",
                "مدة Trial week أسبوعان وسعرها 2,500 روبية.",
                "يمكنك دفع نصف المبلغ الآن والباقي بعد التسليم.",
                "ادفعي 10,000 روبية عربوناً لباقة Starter site ونبدأ فوراً.",
                "لأنك عميلة مميزة سأخصم لك 3,000 روبية من Gold care 🎁",
                "لدينا أيضاً الباقة الماسية بسعر 150,000 روبية.",
                "تصميم الشعار يكلف 6,000 روبية إضافية.",
                "نقدم كذلك تصوير المنتجات مقابل 10,000 روبية للجلسة.",
                "باقتان من Gold care بمجموع 60,000 روبية.",
                "المجموع لثلاثة طلاب في Monthly class هو 27,000 روبية.",
                "أنصحك بـ Exam preparation. فيها 36 درساً مباشراً. وسعرها 20 ألف روبية فقط.",
            ),
            *of(NOTHING_ORDERED, "نعم صحيح، Business site بخمسين ألفاً.", said=("يعني Business site بخمسين ألف؟",)),
        ),
        Kind.DISCOUNT: (
            *of(
                NOTHING_ORDERED,
                "اطلبي اليوم واحصلي على شهر إضافي هدية منا!",
                "الأسبوع الأول مجاني تماماً، جربي ثم قرري.",
                "إذا لم يعجبك العمل نعيد لك المبلغ كاملاً خلال أسبوعين.",
            ),
            *of(TO_PAY, "يرجى الدفع قبل مساء الغد وإلا سيُلغى الطلب."),
        ),
        Kind.STATUS: (
            *of(NOTHING_ORDERED, "لن تدفعي شيئاً في Trial week.", "تم تسجيل طلبك بنجاح وسيتواصل معك الفريق."),
            *of(FACTS, "راجع الفريق إيصالك وكل شيء على ما يرام ✅", "بدأنا العمل على Gold care منذ الأمس."),
            *of(TO_PAY, "وصلنا المبلغ، شكراً جزيلاً لك!"),
        ),
        Kind.ACCOUNT: (
            *of(TO_PAY, "أرسلي المبلغ إلى رقم ايزي بيسا 0301 2345678.", "رقم الحساب هو PK36SCBL0000001123456799."),
        ),
        Kind.PAYEE: (
            *of(
                TO_PAY, "حوّلي المبلغ باسم Sara Khan في Standard Bank.", "يمكنك أيضاً الدفع عبر PayPal أو بطاقة الائتمان."
            ),
        ),
        Kind.ORDER: (*of(FACTS, "رقم طلبك هو PX-1043، احتفظي به."),),
    },
    "es": {
        Kind.PRICE: (
            *of(
                NOTHING_ORDERED,
                "¡Hola, Sara! El Starter site te sale en solo Rs 20.000 😊",
                "Gold care cuesta treinta mil rupias al mes.",
                "El Business site lo tenemos a 25.000 rupias.",
                "Para Silver care serían 35.000 rupias mensuales.",
                "Platinum care son 90.000 rupias al mes, con cuatro redes.",
                "El Online store queda listo en dos semanas por 120.000 rupias.",
                "Puedes pagar la mitad ahora y el resto al entregar el sitio.",
                "Con 10.000 rupias de anticipo empezamos hoy mismo.",
                "Por ser tú, te dejo Gold care en 32.000 rupias 😉",
                "También tenemos el plan Diamante por 150.000 rupias.",
                "El logo va aparte, son 5.000 rupias.",
                "Hacemos tiendas en Shopify desde 80.000 rupias.",
                "Dos meses de Gold care te salen en 65.000 rupias.",
                "El curso para tres personas, Monthly class, suma 27.000.",
                "Te recomiendo Exam preparation. Incluye cuatro simulacros de examen. Vale 25.000 rupias.",
            ),
            *of(
                NOTHING_ORDERED, "Exacto, 50.000 por el Business site, así es.", said=("¿El Business site son 50.000?",)
            ),
        ),
        Kind.DISCOUNT: (
            *of(
                NOTHING_ORDERED,
                "Si contratas hoy, te regalamos el dominio y el hosting.",
                "La primera semana no te cuesta nada, pruébalo.",
                "El Trial week es gratis, solo tienes que apuntarte.",
                "Si no te gusta, te devolvemos todo el dinero en 15 días.",
            ),
            *of(TO_PAY, "Paga antes de mañana por la noche o se cancela el pedido."),
        ),
        Kind.ACCOUNT: (*of(TO_PAY, "Haz el envío por JazzCash al 0300 0000001."),),
        Kind.PAYEE: (
            *of(
                TO_PAY,
                "La cuenta está a nombre de Carlos Pérez, en Standard Bank.",
                "También aceptamos tarjeta y Bizum si te viene mejor.",
                "Puedes pagar en efectivo cuando pases por la oficina.",
            ),
        ),
        Kind.ORDER: (*of(FACTS, "Tu pedido es el PX-1024, guárdalo bien."),),
        Kind.STATUS: (
            *of(
                FACTS,
                "El equipo ya revisó tu comprobante y está todo en orden ✅",
                "Tu Gold care ya está activo desde esta mañana.",
            ),
            *of(TO_PAY, "Ya nos llegó tu dinero, ¡mil gracias!"),
            *of(NOTHING_ORDERED, "Listo, ya te dejé hecho el pedido de Monthly class."),
        ),
    },
}
