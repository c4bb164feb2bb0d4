<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="fr">
<context>
    <name>Backdrop</name>
    <message>
        <source>La page revient.</source>
        <translation>الصفحة تعود.</translation>
    </message>
    <message>
        <source>Attendez un peu. Rien n&apos;est perdu.</source>
        <translation>انتظر قليلًا. لم يضِع شيء.</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Revenir à la page</source>
        <translation>العودة إلى الصفحة</translation>
    </message>
    <message>
        <source>Avant de partir</source>
        <translation>قبل أن تغادر</translation>
    </message>
    <message>
        <source>Reprenez vos papiers.</source>
        <translation>خذ أوراقك.</translation>
    </message>
    <message>
        <source>Et vos lettres.</source>
        <translation>ورسائلك.</translation>
    </message>
    <message>
        <source>Reprenez vos cartes.</source>
        <translation>خذ بطاقاتك.</translation>
    </message>
    <message>
        <source>Reprenez votre clé USB.</source>
        <translation>خذ مفتاح ⁨USB⁩ الخاص بك.</translation>
    </message>
    <message>
        <source>Et vos clés.</source>
        <translation>ومفاتيحك.</translation>
    </message>
    <message>
        <source>Mon reçu</source>
        <translation>إيصالي</translation>
    </message>
    <message>
        <source>Reprenez votre papier dans le scanner.</source>
        <translation>خذ ورقتك من الماسح الضوئي.</translation>
    </message>
    <message>
        <source>Soulevez le couvercle.</source>
        <translation>ارفع الغطاء.</translation>
    </message>
    <message>
        <source>Reprenez vos feuilles dans l&apos;imprimante.</source>
        <translation>خذ أوراقك من الطابعة.</translation>
    </message>
    <message>
        <source>Prenez toutes les feuilles.</source>
        <translation>خذ كل الأوراق.</translation>
    </message>
    <message>
        <source>Reprenez votre téléphone.</source>
        <translation>خذ هاتفك.</translation>
    </message>
    <message>
        <source>Et son câble.</source>
        <translation>والسلك معه.</translation>
    </message>
    <message>
        <source>Votre clé USB est encore branchée.</source>
        <translation>مفتاح ⁨USB⁩ ما زال موصولًا.</translation>
    </message>
    <message>
        <source>Reprenez vos papiers et vos cartes.</source>
        <translation>خذ أوراقك وبطاقاتك.</translation>
    </message>
    <message>
        <source>Carte d&apos;identité, carte Vitale, lettres.</source>
        <translation>بطاقة الهوية وبطاقة الصحة (⁨Vitale⁩) والرسائل.</translation>
    </message>
    <message>
        <source>Carte d&apos;identité, carte Vitale, carte bancaire.</source>
        <translation>بطاقة الهوية وبطاقة الصحة (⁨Vitale⁩) والبطاقة البنكية.</translation>
    </message>
    <message>
        <source>Branchée</source>
        <translation>موصول</translation>
    </message>
    <message>
        <source>**Ensuite, tout est effacé.**</source>
        <translation>**بعد ذلك يُمحى كل شيء.**</translation>
    </message>
    <message>
        <source>Pages, papiers, mots de passe.</source>
        <translation>الصفحات والأوراق وكلمات السر.</translation>
    </message>
    <message>
        <source>Tout effacer et partir</source>
        <translation>امحُ كل شيء وغادر</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>On cherche le scanner…</source>
        <translation>نبحث عن الماسح الضوئي…</translation>
    </message>
    <message>
        <source>On prépare l&apos;imprimante…</source>
        <translation>نحضّر الطابعة…</translation>
    </message>
    <message>
        <source>On prépare le téléphone…</source>
        <translation>نحضّر الهاتف…</translation>
    </message>
    <message>
        <source>On prépare votre papier…</source>
        <translation>نحضّر ورقتك…</translation>
    </message>
    <message>
        <source>Branchez votre clé USB</source>
        <translation>صِل مفتاح ⁨USB⁩ الخاص بك</translation>
    </message>
    <message>
        <source>On copie vos papiers dessus. On ne regarde pas le reste.</source>
        <translation>ننسخ أوراقك عليه. لا ننظر إلى الباقي.</translation>
    </message>
    <message>
        <source>Il y a plusieurs clés</source>
        <translation>توجد عدة مفاتيح ⁨USB⁩</translation>
    </message>
    <message>
        <source>Laissez une seule clé&#xa0;: la vôtre.</source>
        <translation>اترك مفتاحًا واحدًا فقط: مفتاحك.</translation>
    </message>
    <message>
        <source>On copie</source>
        <translation>جارٍ النسخ</translation>
    </message>
    <message>
        <source>Ne retirez pas la clé.</source>
        <translation>لا تنزع المفتاح.</translation>
    </message>
    <message>
        <source>**Vous pouvez retirer la clé.**</source>
        <translation>**يمكنك نزع المفتاح.**</translation>
    </message>
    <message>
        <source>La clé est retirée</source>
        <translation>نُزع المفتاح</translation>
    </message>
    <message>
        <source>Vos papiers sont dessus. Ne l&apos;oubliez pas.</source>
        <translation>أوراقك عليه. لا تنسه.</translation>
    </message>
    <message>
        <source>La copie n&apos;est pas faite</source>
        <translation>لم يتم النسخ</translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>On prépare votre papier.</source>
        <translation>نحضّر ورقتك.</translation>
    </message>
    <message>
        <source>Votre papier attend</source>
        <translation>ورقتك تنتظر</translation>
    </message>
    <message>
        <source>Un médiateur doit taper son code. Ensuite, le papier sort.</source>
        <translation>يجب أن يكتب الوسيط رمزه. بعد ذلك تخرج الورقة.</translation>
    </message>
    <message>
        <source>L&apos;imprimante travaille</source>
        <translation>الطابعة تعمل</translation>
    </message>
    <message>
        <source>Restez près de l&apos;imprimante.</source>
        <translation>ابقَ قرب الطابعة.</translation>
    </message>
    <message>
        <source>L&apos;imprimante attend</source>
        <translation>الطابعة تنتظر</translation>
    </message>
    <message>
        <source>C&apos;est imprimé</source>
        <translation>تمت الطباعة</translation>
    </message>
    <message>
        <source>**Prenez votre papier dans l&apos;imprimante.**</source>
        <translation>**خذ ورقتك من الطابعة.**</translation>
    </message>
    <message>
        <source>Ce n&apos;est pas imprimé</source>
        <translation>لم تتم الطباعة</translation>
    </message>
    <message>
        <source>Votre téléphone est relié</source>
        <translation>هاتفك متصل</translation>
    </message>
    <message>
        <source>Prenez la photo avec le téléphone. Elle arrive ici.</source>
        <translation>التقط الصورة بالهاتف. تصل إلى هنا.</translation>
    </message>
    <message>
        <source>Touchez «&#xa0;Enregistrer&#xa0;» sur le téléphone.</source>
        <translation>المس «حفظ» على الهاتف.</translation>
    </message>
    <message>
        <source>Le téléphone a fini</source>
        <translation>انتهى الهاتف</translation>
    </message>
    <message>
        <source>C&apos;est sur votre téléphone</source>
        <translation>صار في هاتفك</translation>
    </message>
    <message>
        <source>Regardez dans «&#xa0;Téléchargements&#xa0;».</source>
        <translation>انظر في «التنزيلات».</translation>
    </message>
    <message>
        <source>Le carré ne marche plus</source>
        <translation>لم يعد المربع يعمل</translation>
    </message>
    <message>
        <source>Ce n&apos;est pas grave. Demandez un nouveau carré.</source>
        <translation>لا بأس. اطلب مربعًا جديدًا.</translation>
    </message>
    <message numerus="yes">
        <source>%n papier(s) copié(s)</source>
        <translation>
            <numerusform>لم تُنسخ أي ورقة</numerusform>
            <numerusform>نُسخت ورقة واحدة</numerusform>
            <numerusform>نُسخت ورقتان</numerusform>
            <numerusform>نُسخت %n أوراق</numerusform>
            <numerusform>نُسخت %n ورقة</numerusform>
            <numerusform>نُسخت %n ورقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) reçue(s).</source>
        <translation>
            <numerusform>لم تصل أي صورة.</numerusform>
            <numerusform>وصلت صورة واحدة.</numerusform>
            <numerusform>وصلت صورتان.</numerusform>
            <numerusform>وصلت %n صور.</numerusform>
            <numerusform>وصلت %n صورة.</numerusform>
            <numerusform>وصلت %n صورة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enregistrés&#xa0;: %1 sur %2.</source>
        <translation>تم حفظ %1 من %2.</translation>
    </message>
    <message>
        <source>Le carré marche encore moins d&apos;une minute.</source>
        <translation>يعمل المربع أقل من دقيقة أخرى.</translation>
    </message>
    <message numerus="yes">
        <source>Le carré marche encore %n minute(s).</source>
        <translation>
            <numerusform>يعمل المربع أقل من دقيقة أخرى.</numerusform>
            <numerusform>يعمل المربع دقيقة أخرى.</numerusform>
            <numerusform>يعمل المربع دقيقتين أخريين.</numerusform>
            <numerusform>يعمل المربع %n دقائق أخرى.</numerusform>
            <numerusform>يعمل المربع %n دقيقة أخرى.</numerusform>
            <numerusform>يعمل المربع %n دقيقة أخرى.</numerusform>
        </translation>
    </message>
    <message>
        <source>Votre papier est toujours là.</source>
        <translation>ورقتك ما زالت هنا.</translation>
    </message>
    <message>
        <source>Les feuilles d&apos;avant sont gardées.</source>
        <translation>الأوراق السابقة محفوظة.</translation>
    </message>
    <message>
        <source>Ce qui est déjà passé est gardé.</source>
        <translation>ما وصل محفوظ.</translation>
    </message>
    <message>
        <source>Rien n&apos;est perdu.</source>
        <translation>لم يضع شيء.</translation>
    </message>
    <message>
        <source>Réessayez. Ou appelez un médiateur.</source>
        <translation>حاول مرة أخرى. أو اطلب الوسيط.</translation>
    </message>
    <message>
        <source>Appelez un médiateur.</source>
        <translation>اطلب الوسيط.</translation>
    </message>
    <message>
        <source>Prenez une autre clé. Ou votre téléphone.</source>
        <translation>استعمل مفتاحًا آخر. أو هاتفك.</translation>
    </message>
    <message>
        <source>Le poste ne trouve pas le scanner.</source>
        <translation>لا يجد الجهاز الماسح الضوئي.</translation>
    </message>
    <message>
        <source>Allumez le scanner. Puis réessayez.</source>
        <translation>شغّل الماسح الضوئي. ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Le scanner travaille déjà.</source>
        <translation>الماسح الضوئي يعمل الآن.</translation>
    </message>
    <message>
        <source>Attendez un peu. Puis réessayez.</source>
        <translation>انتظر قليلًا. ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Le scanner ne sent pas de feuille.</source>
        <translation>لا توجد ورقة في الماسح الضوئي.</translation>
    </message>
    <message>
        <source>Posez vos feuilles en haut du scanner. Puis réessayez.</source>
        <translation>ضع أوراقك في أعلى الماسح الضوئي. ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Une feuille est coincée dans le scanner.</source>
        <translation>علقت ورقة في الماسح الضوئي.</translation>
    </message>
    <message>
        <source>Tirez la feuille doucement. Puis réessayez.</source>
        <translation>اسحب الورقة بلطف. ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Le scanner est ouvert.</source>
        <translation>الماسح الضوئي مفتوح.</translation>
    </message>
    <message>
        <source>Fermez le couvercle. Puis réessayez.</source>
        <translation>أغلق الغطاء. ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Le scanner s&apos;est arrêté.</source>
        <translation>توقف الماسح الضوئي.</translation>
    </message>
    <message>
        <source>Le téléphone ne peut pas parler à ce poste.</source>
        <translation>لا يستطيع الهاتف الاتصال بهذا الجهاز.</translation>
    </message>
    <message>
        <source>Un autre téléphone a essayé. Le poste a dit non.</source>
        <translation>حاول هاتف آخر. رفضه الجهاز.</translation>
    </message>
    <message>
        <source>Continuez avec votre téléphone.</source>
        <translation>أكمل بهاتفك.</translation>
    </message>
    <message>
        <source>Le carré ne marche plus. Il a trop attendu.</source>
        <translation>لم يعد المربع يعمل. انتهى وقته.</translation>
    </message>
    <message>
        <source>Demandez un nouveau carré.</source>
        <translation>اطلب مربعًا جديدًا.</translation>
    </message>
    <message>
        <source>Le téléphone ne répond plus.</source>
        <translation>الهاتف لم يعد يرد.</translation>
    </message>
    <message>
        <source>Ce papier est trop lourd pour le poste.</source>
        <translation>هذه الورقة ثقيلة جدًا على الجهاز.</translation>
    </message>
    <message>
        <source>Vos autres papiers sont gardés.</source>
        <translation>أوراقك الأخرى محفوظة.</translation>
    </message>
    <message>
        <source>Prenez moins de pages à la fois.</source>
        <translation>خذ صفحات أقل في كل مرة.</translation>
    </message>
    <message>
        <source>Il y a trop de pages.</source>
        <translation>الصفحات كثيرة جدًا.</translation>
    </message>
    <message>
        <source>Les pages déjà là sont gardées.</source>
        <translation>الصفحات الموجودة محفوظة.</translation>
    </message>
    <message>
        <source>Gardez ce papier. Puis faites-en un autre.</source>
        <translation>احتفظ بهذه الورقة. ثم اصنع ورقة أخرى.</translation>
    </message>
    <message>
        <source>Il n&apos;y a plus de place pour vos papiers.</source>
        <translation>لم يبق مكان لأوراقك.</translation>
    </message>
    <message>
        <source>Les papiers déjà là sont gardés.</source>
        <translation>الأوراق الموجودة محفوظة.</translation>
    </message>
    <message>
        <source>Enlevez un papier de la page. Puis réessayez.</source>
        <translation>أزل ورقة من الصفحة. ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Ce papier est abîmé. Le poste ne peut pas l&apos;ouvrir.</source>
        <translation>هذه الورقة تالفة. لا يستطيع الجهاز فتحها.</translation>
    </message>
    <message>
        <source>Recommencez avec le papier du début.</source>
        <translation>أعد المحاولة بالورقة الأولى.</translation>
    </message>
    <message>
        <source>Ce papier est fermé par un mot de passe.</source>
        <translation>هذه الورقة مغلقة بكلمة سر.</translation>
    </message>
    <message>
        <source>Demandez le même papier sans mot de passe.</source>
        <translation>اطلب نفس الورقة بدون كلمة سر.</translation>
    </message>
    <message>
        <source>Ce papier demande trop de travail au poste.</source>
        <translation>هذه الورقة صعبة على الجهاز.</translation>
    </message>
    <message>
        <source>Essayez avec moins de pages.</source>
        <translation>حاول بصفحات أقل.</translation>
    </message>
    <message>
        <source>Le poste ne sait pas lire ce papier.</source>
        <translation>لا يستطيع الجهاز قراءة هذه الورقة.</translation>
    </message>
    <message>
        <source>Plus léger, on ne peut plus le lire.</source>
        <translation>إذا صارت أخف، لا يمكن قراءتها.</translation>
    </message>
    <message>
        <source>Votre papier est comme avant.</source>
        <translation>ورقتك كما كانت.</translation>
    </message>
    <message>
        <source>Gardez moins de pages. Ou appelez un médiateur.</source>
        <translation>احتفظ بصفحات أقل. أو اطلب الوسيط.</translation>
    </message>
    <message>
        <source>Le poste n&apos;a pas réussi.</source>
        <translation>لم ينجح الجهاز.</translation>
    </message>
    <message>
        <source>Le poste ne trouve pas l&apos;imprimante.</source>
        <translation>لا يجد الجهاز الطابعة.</translation>
    </message>
    <message>
        <source>L&apos;imprimante ne répond pas.</source>
        <translation>الطابعة لا ترد.</translation>
    </message>
    <message>
        <source>Regardez si elle est allumée.</source>
        <translation>انظر هل هي مشغّلة.</translation>
    </message>
    <message>
        <source>L&apos;imprimante n&apos;a plus de papier.</source>
        <translation>لم يبق ورق في الطابعة.</translation>
    </message>
    <message>
        <source>Mettez du papier. Ou appelez un médiateur.</source>
        <translation>ضع ورقًا. أو اطلب الوسيط.</translation>
    </message>
    <message>
        <source>L&apos;imprimante n&apos;a plus d&apos;encre.</source>
        <translation>لم يبق حبر في الطابعة.</translation>
    </message>
    <message>
        <source>Une feuille est coincée dans l&apos;imprimante.</source>
        <translation>علقت ورقة في الطابعة.</translation>
    </message>
    <message>
        <source>L&apos;imprimante est ouverte.</source>
        <translation>الطابعة مفتوحة.</translation>
    </message>
    <message>
        <source>Fermez-la doucement.</source>
        <translation>أغلقها بلطف.</translation>
    </message>
    <message>
        <source>L&apos;imprimante s&apos;est arrêtée.</source>
        <translation>توقفت الطابعة.</translation>
    </message>
    <message>
        <source>Le poste ne sait pas lire cette clé.</source>
        <translation>لا يستطيع الجهاز قراءة هذا المفتاح.</translation>
    </message>
    <message>
        <source>La clé n&apos;a pas changé.</source>
        <translation>لم يتغير المفتاح.</translation>
    </message>
    <message>
        <source>La clé est pleine.</source>
        <translation>المفتاح ممتلئ.</translation>
    </message>
    <message>
        <source>Rien n&apos;est effacé sur la clé.</source>
        <translation>لم يُمحَ شيء من المفتاح.</translation>
    </message>
    <message>
        <source>On ne peut rien mettre sur cette clé.</source>
        <translation>لا يمكن وضع أي شيء على هذا المفتاح.</translation>
    </message>
    <message>
        <source>La clé est partie trop tôt.</source>
        <translation>نُزع المفتاح قبل الوقت.</translation>
    </message>
    <message>
        <source>Remettez la clé. Puis réessayez.</source>
        <translation>أعد المفتاح. ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>La clé ne marche pas.</source>
        <translation>المفتاح لا يعمل.</translation>
    </message>
    <message>
        <source>Réessayez. Ou prenez une autre clé.</source>
        <translation>حاول مرة أخرى. أو استعمل مفتاحًا آخر.</translation>
    </message>
    <message>
        <source>réuni en un seul</source>
        <translation>جمعها في ورقة واحدة</translation>
    </message>
    <message>
        <source>réduit à quelques pages</source>
        <translation>أخذ بعض صفحاتها</translation>
    </message>
    <message>
        <source>tourné</source>
        <translation>تدويرها</translation>
    </message>
    <message>
        <source>coupé aux bords</source>
        <translation>قص حوافها</translation>
    </message>
    <message>
        <source>redressé</source>
        <translation>تعديل ميلها</translation>
    </message>
    <message>
        <source>éclairci</source>
        <translation>تفتيح لونها</translation>
    </message>
    <message>
        <source>mis en PDF</source>
        <translation>جعلها ⁨PDF⁩</translation>
    </message>
    <message>
        <source>mis en image</source>
        <translation>جعلها صورة</translation>
    </message>
    <message>
        <source>rendu plus léger</source>
        <translation>تخفيفها</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1 et %2</source>
        <translation>%1 و%2</translation>
    </message>
    <message>
        <source>Ce papier a été %1.</source>
        <translation>هذه الورقة تم %1.</translation>
    </message>
    <message>
        <source>Ce papier a été %1&#xa0;: de %2 à %3.</source>
        <translation>هذه الورقة تم %1: من %2 إلى %3.</translation>
    </message>
    <message>
        <source>%1&#xa0;Ko</source>
        <translation>%1 ك.ب</translation>
    </message>
    <message>
        <source>%1&#xa0;Mo</source>
        <translation>%1 م.ب</translation>
    </message>
    <message>
        <source>%1,%2&#xa0;Mo</source>
        <translation>%1,%2 م.ب</translation>
    </message>
    <message>
        <source>Ce papier pèse %1.</source>
        <translation>وزن هذه الورقة %1.</translation>
    </message>
    <message>
        <source>%1 Le site l&apos;accepte.</source>
        <translation>%1 الموقع يقبلها.</translation>
    </message>
    <message>
        <source>Le site accepte %1.</source>
        <translation>الموقع يقبل %1.</translation>
    </message>
    <message>
        <source>Ce papier est une image. Le site veut un PDF.</source>
        <translation>هذه الورقة صورة. الموقع يريد ⁨PDF⁩.</translation>
    </message>
    <message>
        <source>Ce papier est un PDF. Le site veut une image.</source>
        <translation>هذه الورقة ⁨PDF⁩. الموقع يريد صورة.</translation>
    </message>
    <message>
        <source>On lit bien.</source>
        <translation>القراءة سهلة.</translation>
    </message>
    <message>
        <source>On lit mal. Recommencez avec plus de lumière.</source>
        <translation>القراءة صعبة. أعد المحاولة بضوء أكثر.</translation>
    </message>
    <message>
        <source>On reconnaît&#xa0;: %1.</source>
        <translation>تبدو مثل: %1.</translation>
    </message>
    <message>
        <source>Le scanner</source>
        <translation>الماسح الضوئي</translation>
    </message>
    <message>
        <source>Posez la feuille dessus.</source>
        <translation>ضع الورقة عليه.</translation>
    </message>
    <message>
        <source>Mon téléphone</source>
        <translation>هاتفي</translation>
    </message>
    <message>
        <source>Prenez le papier en photo.</source>
        <translation>صوّر الورقة.</translation>
    </message>
    <message>
        <source>Ajouter un papier&#xa0;: avec quoi&#xa0;?</source>
        <translation>إضافة ورقة: بماذا؟</translation>
    </message>
    <message>
        <source>Les flèches du clavier le déplacent.</source>
        <translation>أسهم لوحة المفاتيح تحركه.</translation>
    </message>
    <message>
        <source>Coin en haut à gauche</source>
        <translation>الزاوية العليا اليسرى</translation>
    </message>
    <message>
        <source>Coin en haut à droite</source>
        <translation>الزاوية العليا اليمنى</translation>
    </message>
    <message>
        <source>Coin en bas à gauche</source>
        <translation>الزاوية السفلى اليسرى</translation>
    </message>
    <message>
        <source>Coin en bas à droite</source>
        <translation>الزاوية السفلى اليمنى</translation>
    </message>
    <message>
        <source>Tourner</source>
        <translation>تدوير</translation>
    </message>
    <message>
        <source>Redresser</source>
        <translation>تعديل الميل</translation>
    </message>
    <message>
        <source>En PDF</source>
        <translation>إلى ⁨PDF⁩</translation>
    </message>
    <message>
        <source>En image</source>
        <translation>إلى صورة</translation>
    </message>
    <message>
        <source>Plus léger</source>
        <translation>أخف</translation>
    </message>
    <message>
        <source>Choisir des pages</source>
        <translation>اختيار صفحات</translation>
    </message>
    <message>
        <source>Comme avant</source>
        <translation>كما كانت</translation>
    </message>
    <message>
        <source>Regardez chaque page. Cochez celles à garder.</source>
        <translation>انظر إلى كل صفحة. ضع علامة على ما تريد.</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Garder ces pages</source>
        <translation>احتفظ بهذه الصفحات</translation>
    </message>
    <message>
        <source>Rendre plus léger</source>
        <translation>تخفيف الورقة</translation>
    </message>
    <message>
        <source>Garder</source>
        <translation>احتفظ بها</translation>
    </message>
    <message>
        <source>On lit mal ce papier.</source>
        <translation>قراءة هذه الورقة صعبة.</translation>
    </message>
    <message>
        <source>Mettre en PDF</source>
        <translation>تحويل إلى ⁨PDF⁩</translation>
    </message>
    <message>
        <source>Mettre en image</source>
        <translation>تحويل إلى صورة</translation>
    </message>
    <message>
        <source>Garder cette page</source>
        <translation>احتفظ بهذه الصفحة</translation>
    </message>
    <message>
        <source>%1 sur %2 à garder</source>
        <translation>%1 من %2 للاحتفاظ</translation>
    </message>
    <message>
        <source>Un autre numéro</source>
        <translation>رقم آخر</translation>
    </message>
    <message>
        <source>Un autre numéro à garder</source>
        <translation>رقم آخر للاحتفاظ به</translation>
    </message>
    <message>
        <source>Ajouter</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Page d&apos;avant</source>
        <translation>الصفحة السابقة</translation>
    </message>
    <message>
        <source>Page d&apos;après</source>
        <translation>الصفحة التالية</translation>
    </message>
    <message>
        <source>Page %1 sur %2</source>
        <translation>الصفحة %1 من %2</translation>
    </message>
    <message>
        <source>Un instant…</source>
        <translation>لحظة…</translation>
    </message>
    <message>
        <source>Image du papier</source>
        <translation>صورة الورقة</translation>
    </message>
    <message>
        <source>Voir les photos</source>
        <translation>عرض الصور</translation>
    </message>
    <message>
        <source>Nouveau carré</source>
        <translation>مربع جديد</translation>
    </message>
    <message>
        <source>C&apos;est fini</source>
        <translation>انتهى</translation>
    </message>
    <message>
        <source>Ouvrez l&apos;appareil photo.</source>
        <translation>افتح الكاميرا.</translation>
    </message>
    <message>
        <source>Visez le carré. Touchez le lien.</source>
        <translation>وجّهها نحو المربع. المس الرابط.</translation>
    </message>
    <message>
        <source>**Votre téléphone va montrer une alerte.** C&apos;est normal ici. Touchez «&#xa0;Paramètres avancés&#xa0;». Puis «&#xa0;Continuer&#xa0;».</source>
        <translation>**سيعرض هاتفك تحذيرًا.** هذا عادي هنا. المس «إعدادات متقدمة». ثم «المتابعة».</translation>
    </message>
    <message>
        <source>Avec votre téléphone</source>
        <translation>بهاتفك</translation>
    </message>
    <message>
        <source>Sur votre téléphone</source>
        <translation>إلى هاتفك</translation>
    </message>
    <message>
        <source>Photographiez le papier.</source>
        <translation>صوّر الورقة.</translation>
    </message>
    <message>
        <source>Touchez «&#xa0;Enregistrer&#xa0;».</source>
        <translation>المس «حفظ».</translation>
    </message>
    <message>
        <source>L&apos;adresse est %1.</source>
        <translation>العنوان هو %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n chiffre(s)</source>
        <translation>
            <numerusform>لا أرقام</numerusform>
            <numerusform>رقم واحد</numerusform>
            <numerusform>رقمان</numerusform>
            <numerusform>%n أرقام</numerusform>
            <numerusform>%n رقمًا</numerusform>
            <numerusform>%n رقم</numerusform>
        </translation>
    </message>
    <message>
        <source>Médiateur, tapez votre&#xa0;code.</source>
        <translation>أيها الوسيط، اكتب رمزك.</translation>
    </message>
    <message>
        <source>Valider</source>
        <translation>تأكيد</translation>
    </message>
    <message>
        <source>Usager : regardez ailleurs un instant.</source>
        <translation>أيها المستخدم: لا تنظر إلى هنا للحظة.</translation>
    </message>
    <message>
        <source>Effacer</source>
        <translation>محو</translation>
    </message>
    <message>
        <source>**Trop d&apos;essais.** Ce code est fermé. Demandez à votre responsable.</source>
        <translation>**محاولات كثيرة.** هذا الرمز مغلق. اسأل المسؤول.</translation>
    </message>
    <message numerus="yes">
        <source>Attendez %n seconde(s).</source>
        <translation>
            <numerusform>انتظر لحظة.</numerusform>
            <numerusform>انتظر ثانية واحدة.</numerusform>
            <numerusform>انتظر ثانيتين.</numerusform>
            <numerusform>انتظر %n ثوانٍ.</numerusform>
            <numerusform>انتظر %n ثانية.</numerusform>
            <numerusform>انتظر %n ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>**Ce n&apos;est pas ce code.**</source>
        <translation>**ليس هذا هو الرمز.**</translation>
    </message>
    <message>
        <source>**Ce n&apos;est pas ce code.** Réessayez.</source>
        <translation>**ليس هذا هو الرمز.** حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Un médiateur tapera son code. Ensuite, le papier sort.</source>
        <translation>سيكتب الوسيط رمزه. بعد ذلك تخرج الورقة.</translation>
    </message>
    <message>
        <source>Combien&#xa0;?</source>
        <translation>كم نسخة؟</translation>
    </message>
    <message>
        <source>Une de moins</source>
        <translation>نسخة أقل</translation>
    </message>
    <message>
        <source>Une de plus</source>
        <translation>نسخة أكثر</translation>
    </message>
    <message>
        <source>Arrêter</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Taper le code</source>
        <translation>كتابة الرمز</translation>
    </message>
    <message numerus="yes">
        <source>%n feuille(s) sortie(s)</source>
        <translation>
            <numerusform>لم تخرج أي ورقة</numerusform>
            <numerusform>خرجت ورقة واحدة</numerusform>
            <numerusform>خرجت ورقتان</numerusform>
            <numerusform>خرجت %n أوراق</numerusform>
            <numerusform>خرجت %n ورقة</numerusform>
            <numerusform>خرجت %n ورقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copie(s)</source>
        <translation>
            <numerusform>لا نسخ</numerusform>
            <numerusform>نسخة واحدة</numerusform>
            <numerusform>نسختان</numerusform>
            <numerusform>%n نسخ</numerusform>
            <numerusform>%n نسخة</numerusform>
            <numerusform>%n نسخة</numerusform>
        </translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Carré à montrer à l&apos;appareil photo du téléphone</source>
        <translation>مربع تُريه لكاميرا الهاتف</translation>
    </message>
    <message>
        <source>Votre reçu</source>
        <translation>إيصالك</translation>
    </message>
    <message>
        <source>Le poste ne garde pas ce reçu.</source>
        <translation>لا يحتفظ الجهاز بهذا الإيصال.</translation>
    </message>
    <message>
        <source>Et après&#xa0;?</source>
        <translation>وماذا بعد؟</translation>
    </message>
    <message>
        <source>Visez ce carré avec votre téléphone. Le reçu s&apos;affiche.</source>
        <translation>وجّه هاتفك نحو هذا المربع. يظهر الإيصال.</translation>
    </message>
    <message>
        <source>Cochez les numéros à garder.</source>
        <translation>ضع علامة على الأرقام التي تريدها.</translation>
    </message>
    <message>
        <source>Vous avez un numéro de dossier&#xa0;? Écrivez-le.</source>
        <translation>هل لديك رقم ملف؟ اكتبه.</translation>
    </message>
    <message>
        <source>Revoir le texte</source>
        <translation>عرض النص من جديد</translation>
    </message>
    <message>
        <source>Sur mon téléphone</source>
        <translation>إلى هاتفي</translation>
    </message>
    <message>
        <source>Feuille %1 sur %2</source>
        <translation>الورقة %1 من %2</translation>
    </message>
    <message>
        <source>Feuille d&apos;avant</source>
        <translation>الورقة السابقة</translation>
    </message>
    <message>
        <source>Feuille d&apos;après</source>
        <translation>الورقة التالية</translation>
    </message>
    <message>
        <source>Ouvrez le scanner.</source>
        <translation>افتح الماسح الضوئي.</translation>
    </message>
    <message>
        <source>Posez la feuille. Le texte est contre la vitre.</source>
        <translation>ضع الورقة. الكتابة نحو الزجاج.</translation>
    </message>
    <message>
        <source>Fermez le couvercle.</source>
        <translation>أغلق الغطاء.</translation>
    </message>
    <message>
        <source>Le scanner avance</source>
        <translation>الماسح الضوئي يتقدم</translation>
    </message>
    <message>
        <source>Couper les bords</source>
        <translation>قص الحواف</translation>
    </message>
    <message>
        <source>Enlever</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Tirez les ronds bleus.</source>
        <translation>اسحب الدوائر الزرقاء.</translation>
    </message>
    <message>
        <source>Gardez tout le papier dans le cadre.</source>
        <translation>أبقِ الورقة كلها داخل الإطار.</translation>
    </message>
    <message>
        <source>Couper</source>
        <translation>قص</translation>
    </message>
    <message>
        <source>Une autre photo</source>
        <translation>صورة أخرى</translation>
    </message>
    <message>
        <source>Garder ce papier</source>
        <translation>احتفظ بهذه الورقة</translation>
    </message>
    <message>
        <source>Attendez la fin du bruit. Laissez le couvercle fermé.</source>
        <translation>انتظر حتى يتوقف الصوت. اترك الغطاء مغلقًا.</translation>
    </message>
    <message>
        <source>Remettre les bords</source>
        <translation>إعادة الحواف</translation>
    </message>
    <message>
        <source>Le scanner travaille</source>
        <translation>الماسح الضوئي يعمل</translation>
    </message>
    <message>
        <source>Posez votre papier</source>
        <translation>ضع ورقتك</translation>
    </message>
    <message>
        <source>Regardez votre papier</source>
        <translation>انظر إلى ورقتك</translation>
    </message>
    <message>
        <source>Plusieurs feuilles</source>
        <translation>عدة أوراق</translation>
    </message>
    <message>
        <source>Scanner les feuilles</source>
        <translation>مسح الأوراق</translation>
    </message>
    <message>
        <source>Une autre feuille</source>
        <translation>ورقة أخرى</translation>
    </message>
    <message>
        <source>Scanner une feuille</source>
        <translation>مسح ورقة</translation>
    </message>
    <message>
        <source>La copie avance</source>
        <translation>النسخ يتقدم</translation>
    </message>
    <message>
        <source>Avec un carré à viser.</source>
        <translation>بمربع توجّه هاتفك نحوه.</translation>
    </message>
    <message>
        <source>Sur une feuille.</source>
        <translation>على ورقة.</translation>
    </message>
    <message>
        <source>Ma clé USB</source>
        <translation>مفتاح ⁨USB⁩ الخاص بي</translation>
    </message>
    <message>
        <source>Branchez-la au poste.</source>
        <translation>صِله بالجهاز.</translation>
    </message>
    <message>
        <source>Emporter&#xa0;: comment&#xa0;?</source>
        <translation>كيف تأخذ أوراقك؟</translation>
    </message>
    <message numerus="yes">
        <source>%1 et %n autre(s)</source>
        <translation>
            <numerusform>%1</numerusform>
            <numerusform>%1 وورقة أخرى</numerusform>
            <numerusform>%1 وورقتان أخريان</numerusform>
            <numerusform>%1 و%n أوراق أخرى</numerusform>
            <numerusform>%1 و%n ورقة أخرى</numerusform>
            <numerusform>%1 و%n ورقة أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>**Par mail&#xa0;:** ouvrez votre boîte mail. Cliquez sur «&#xa0;Joindre&#xa0;». Votre papier est là.</source>
        <translation>**بالبريد:** افتح بريدك الإلكتروني. اضغط على «⁨Joindre⁩» (إرفاق). ورقتك هناك.</translation>
    </message>
    <message>
        <source>Attendez un peu. C&apos;est normal.</source>
        <translation>انتظر قليلًا. هذا عادي.</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>Étape %1 sur %2</source>
        <translation>الخطوة %1 من %2</translation>
    </message>
    <message>
        <source>C&apos;est déjà à l&apos;usager. Prenez l&apos;autre.</source>
        <translation>هذا للمستخدم. خذ الآخر.</translation>
    </message>
    <message>
        <source>Recommencer</source>
        <translation>إعادة من البداية</translation>
    </message>
    <message>
        <source>Plus tard</source>
        <translation>لاحقًا</translation>
    </message>
    <message>
        <source>Usager : bougez votre souris.</source>
        <translation>المستخدم: حرّك فأرتك.</translation>
    </message>
    <message>
        <source>Usager : tapez une touche.</source>
        <translation>المستخدم: اضغط على مفتاح.</translation>
    </message>
    <message>
        <source>Médiateur : bougez votre souris.</source>
        <translation>الوسيط: حرّك فأرتك.</translation>
    </message>
    <message>
        <source>Médiateur : tapez une touche.</source>
        <translation>الوسيط: اضغط على مفتاح.</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>**Médiateur appelé.** Il vient vers vous.</source>
        <translation>**تم طلب الوسيط.** هو قادم إليك.</translation>
    </message>
    <message>
        <source>Médiateur</source>
        <translation>الوسيط</translation>
    </message>
    <message>
        <source>Je suis là</source>
        <translation>أنا هنا</translation>
    </message>
    <message>
        <source>Pour le médiateur</source>
        <translation>للوسيط</translation>
    </message>
    <message>
        <source>**Rien n&apos;est gardé.** Tout est effacé à la fin.</source>
        <translation>**لا نحتفظ بأي شيء.** يُمحى كل شيء في النهاية.</translation>
    </message>
    <message>
        <source>Appeler un médiateur</source>
        <translation>اطلب مساعدة الوسيط</translation>
    </message>
</context>
<context>
    <name>Guest</name>
    <message>
        <source>Page d&apos;avant</source>
        <translation>الصفحة السابقة</translation>
    </message>
    <message>
        <source>Bonne adresse</source>
        <translation>العنوان صحيح</translation>
    </message>
    <message>
        <source>Adresse du site : {host}</source>
        <translation>عنوان الموقع: ⁨{host}⁩</translation>
    </message>
    <message>
        <source>Cette page n&apos;est pas dans la démarche.</source>
        <translation>هذه الصفحة ليست ضمن المعاملة.</translation>
    </message>
    <message>
        <source>Ce poste ouvre seulement les sites de votre démarche.</source>
        <translation>هذا الجهاز يفتح فقط مواقع معاملتك.</translation>
    </message>
    <message>
        <source>Cette page n&apos;est pas sûre.</source>
        <translation>هذه الصفحة غير آمنة.</translation>
    </message>
    <message>
        <source>Internet n&apos;est pas encore ouvert ici.</source>
        <translation>الإنترنت ليس مفتوحًا هنا بعد.</translation>
    </message>
    <message>
        <source>Demandez à l&apos;accueil d&apos;ouvrir Internet sur ce poste.</source>
        <translation>اطلب من الاستقبال فتح الإنترنت على هذا الجهاز.</translation>
    </message>
    <message>
        <source>Ce poste n&apos;a pas Internet en ce moment.</source>
        <translation>لا يوجد إنترنت على هذا الجهاز الآن.</translation>
    </message>
    <message>
        <source>Aucun site ne peut s&apos;ouvrir. Ce n&apos;est pas votre faute.</source>
        <translation>لا يمكن فتح أي موقع. ليس هذا خطأك.</translation>
    </message>
    <message>
        <source>Prévenez l&apos;accueil. Réessayez dans un moment.</source>
        <translation>أخبر الاستقبال. حاول مرة أخرى بعد قليل.</translation>
    </message>
    <message>
        <source>Le poste ne peut pas vérifier ce site. Il ne l&apos;ouvre pas.</source>
        <translation>لا يستطيع الجهاز التحقق من هذا الموقع. لذلك لا يفتحه.</translation>
    </message>
    <message>
        <source>Revenez en arrière. Si cela recommence, demandez à l&apos;accueil.</source>
        <translation>ارجع إلى الخلف. إذا تكرر ذلك، اسأل الاستقبال.</translation>
    </message>
    <message>
        <source>La date du site est fausse, ou celle du poste.</source>
        <translation>تاريخ الموقع خاطئ، أو تاريخ هذا الجهاز.</translation>
    </message>
    <message>
        <source>Pour ce poste, nous sommes le %1. Si c&apos;est faux, prévenez l&apos;accueil.</source>
        <translation>بالنسبة لهذا الجهاز، اليوم هو %1. إذا كان ذلك خطأ، أخبر الاستقبال.</translation>
    </message>
    <message>
        <source>Cette page demande un mot de passe.</source>
        <translation>هذه الصفحة تطلب كلمة مرور.</translation>
    </message>
    <message>
        <source>Ce poste ne peut pas le donner. La page ne s&apos;ouvre pas.</source>
        <translation>لا يستطيع هذا الجهاز إعطاءها. الصفحة لا تُفتح.</translation>
    </message>
    <message>
        <source>La page s&apos;est arrêtée.</source>
        <translation>توقفت الصفحة.</translation>
    </message>
    <message>
        <source>Ce n&apos;est pas votre faute. Réessayez.</source>
        <translation>هذا ليس خطأك. حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Cette page ne répond pas.</source>
        <translation>هذه الصفحة لا ترد.</translation>
    </message>
    <message>
        <source>Le site est peut-être en panne. Réessayez dans un moment.</source>
        <translation>ربما الموقع معطل. حاول مرة أخرى بعد قليل.</translation>
    </message>
    <message>
        <source>Rien n&apos;est perdu.</source>
        <translation>لم يضع شيء.</translation>
    </message>
    <message>
        <source>Revenir à la page d&apos;avant</source>
        <translation>العودة إلى الصفحة السابقة</translation>
    </message>
    <message>
        <source>Revenir au début</source>
        <translation>العودة إلى البداية</translation>
    </message>
    <message>
        <source>Quel papier voulez-vous donner ?</source>
        <translation>أي ورقة تريد أن تعطي؟</translation>
    </message>
    <message>
        <source>Quels papiers voulez-vous donner ?</source>
        <translation>أي أوراق تريد أن تعطي؟</translation>
    </message>
    <message>
        <source>Revenir sans donner</source>
        <translation>رجوع دون إعطاء</translation>
    </message>
    <message>
        <source>Donner ce papier</source>
        <translation>أعطِ هذه الورقة</translation>
    </message>
    <message>
        <source>Vous n&apos;avez pas encore ce papier ici.</source>
        <translation>ليست لديك هذه الورقة هنا بعد.</translation>
    </message>
    <message>
        <source>Ouvrez votre papier en bas de l&apos;écran. Cliquez sur **Modifier**.</source>
        <translation>افتح ورقتك في أسفل الشاشة. اضغط على **تعديل**.</translation>
    </message>
    <message>
        <source>Le site refuse vos autres papiers : ce n&apos;est pas le bon format.</source>
        <translation>الموقع يرفض أوراقك الأخرى: صيغتها غير مناسبة.</translation>
    </message>
    <message>
        <source>Le site refuse vos papiers : ce n&apos;est pas le bon format.</source>
        <translation>الموقع يرفض أوراقك: صيغتها غير مناسبة.</translation>
    </message>
    <message>
        <source>Ajouter un papier</source>
        <translation>إضافة ورقة</translation>
    </message>
    <message>
        <source>Donner ces papiers</source>
        <translation>أعطِ هذه الأوراق</translation>
    </message>
    <message>
        <source>Vos papiers</source>
        <translation>أوراقك</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Réunir des papiers</source>
        <translation>جمع الأوراق</translation>
    </message>
    <message>
        <source>Quels papiers voulez-vous réunir ?</source>
        <translation>أي أوراق تريد أن تجمع؟</translation>
    </message>
    <message>
        <source>Le premier de la liste sera au début.</source>
        <translation>الأولى في القائمة ستكون في البداية.</translation>
    </message>
    <message>
        <source>Réunir en un seul papier</source>
        <translation>جمعها في ورقة واحدة</translation>
    </message>
    <message>
        <source>J&apos;ai compris</source>
        <translation>فهمت</translation>
    </message>
    <message>
        <source>Non, revenir</source>
        <translation>لا، رجوع</translation>
    </message>
    <message>
        <source>Oui</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>Valider</source>
        <translation>تأكيد</translation>
    </message>
    <message>
        <source>Le site {host} vous dit :</source>
        <translation>الموقع ⁨{host}⁩ يقول لك:</translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>Emporter</source>
        <translation>أخذ الورقة</translation>
    </message>
    <message>
        <source>Modifier</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>Ce papier n&apos;est plus ici.</source>
        <translation>هذه الورقة لم تعد هنا.</translation>
    </message>
    <message>
        <source>On ne peut pas l&apos;imprimer. On ne peut pas le changer.</source>
        <translation>لا يمكن طباعتها. لا يمكن تعديلها.</translation>
    </message>
    <message>
        <source>Ce papier ne peut pas être lu ici. Vous pouvez le donner au site.</source>
        <translation>لا يمكن قراءة هذه الورقة هنا. يمكنك أن تعطيها للموقع.</translation>
    </message>
    <message>
        <source>Ce papier ne s&apos;ouvre pas. Il est peut-être abîmé.</source>
        <translation>هذه الورقة لا تُفتح. ربما تكون تالفة.</translation>
    </message>
    <message>
        <source>Cette image est trop grande pour être montrée ici.</source>
        <translation>هذه الصورة أكبر من أن تُعرض هنا.</translation>
    </message>
    <message>
        <source>Plus petit</source>
        <translation>أصغر</translation>
    </message>
    <message>
        <source>Plus grand</source>
        <translation>أكبر</translation>
    </message>
    <message>
        <source>Monter</source>
        <translation>إلى الأعلى</translation>
    </message>
    <message>
        <source>Descendre</source>
        <translation>إلى الأسفل</translation>
    </message>
    <message>
        <source>Toutes les étapes sont passées.</source>
        <translation>انتهت كل الخطوات.</translation>
    </message>
    <message>
        <source>C&apos;est fini. Bravo.</source>
        <translation>انتهى الأمر. أحسنت.</translation>
    </message>
    <message>
        <source>**Rien n&apos;est gardé.** Tout est effacé à la fin.</source>
        <translation>**لا نحتفظ بأي شيء.** يُمحى كل شيء في النهاية.</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Le site est en panne.</source>
        <translation>الموقع معطل.</translation>
    </message>
    <message>
        <source>Revenir au guide</source>
        <translation>العودة إلى الدليل</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Terminer</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Ce n&apos;est pas votre faute.</source>
        <translation>هذا ليس خطأك.</translation>
    </message>
    <message>
        <source>Ce n&apos;est pas votre faute. Attendez un peu. Puis réessayez.</source>
        <translation>هذا ليس خطأك. انتظر قليلًا. ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Le médiateur peut chercher une autre solution avec vous.</source>
        <translation>يمكن للوسيط أن يبحث معك عن حل آخر.</translation>
    </message>
    <message>
        <source>Vous pouvez aussi :</source>
        <translation>يمكنك أيضًا:</translation>
    </message>
    <message>
        <source>**Téléphoner :** {name}, {phone}</source>
        <translation>**الاتصال بالهاتف:** {name}، ⁨{phone}⁩</translation>
    </message>
    <message>
        <source>**Aller sur place :** {where}</source>
        <translation>**الذهاب إلى المكان:** {where}</translation>
    </message>
    <message>
        <source>**Plus tard :** {when}</source>
        <translation>**فيما بعد:** {when}</translation>
    </message>
    <message>
        <source>**Vos papiers sont en bas de l&apos;écran.** Cliquez sur un papier pour le lire.</source>
        <translation>**أوراقك في أسفل الشاشة.** اضغط على ورقة لقراءتها.</translation>
    </message>
    <message>
        <source>Plus</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Plus d&apos;explications</source>
        <translation>شرح أكثر</translation>
    </message>
    <message>
        <source>Étape {number} sur {total}</source>
        <translation>الخطوة {number} من {total}</translation>
    </message>
    <message>
        <source>Encore environ 1 minute</source>
        <translation>بقيت دقيقة واحدة تقريبًا</translation>
    </message>
    <message>
        <source>Encore environ {minutes} minutes</source>
        <translation>الدقائق الباقية تقريبًا: {minutes}</translation>
    </message>
    <message>
        <source>Arrêter</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Écouter</source>
        <translation>استماع</translation>
    </message>
    <message>
        <source>Médiateur appelé</source>
        <translation>تم طلب الوسيط</translation>
    </message>
    <message>
        <source>Appeler un médiateur</source>
        <translation>اطلب مساعدة الوسيط</translation>
    </message>
    <message>
        <source>C&apos;est fait</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Je ne trouve pas</source>
        <translation>لا أجده</translation>
    </message>
    <message>
        <source>**La page s&apos;est ouverte de nouveau.** Vérifiez ce que vous avez déjà écrit.</source>
        <translation>**فُتحت الصفحة من جديد.** تحقق مما كتبته من قبل.</translation>
    </message>
    <message>
        <source>**Il y en a plusieurs sur la page.** Lisez ce qui est autour. Puis choisissez.</source>
        <translation>**يوجد أكثر من واحد في الصفحة.** اقرأ ما حوله. ثم اختر.</translation>
    </message>
    <message>
        <source>**À vous de taper. C&apos;est secret.** Ne le dites à personne. Même pas au médiateur.</source>
        <translation>**اكتب أنت. هذا سري.** لا تقله لأحد. ولا حتى للوسيط.</translation>
    </message>
    <message>
        <source>**C&apos;est à vous de le faire.** Personne ne le fait à votre place.</source>
        <translation>**هذا عليك أنت.** لا أحد يفعله مكانك.</translation>
    </message>
    <message>
        <source>Ne le dites à personne.</source>
        <translation>لا تقله لأحد.</translation>
    </message>
    <message>
        <source>**Ce poste ne le garde pas.** Il sera effacé à la fin.</source>
        <translation>**هذا الجهاز لا يحتفظ به.** سيُمحى في النهاية.</translation>
    </message>
    <message>
        <source>Pourquoi ?</source>
        <translation>لماذا؟</translation>
    </message>
    <message>
        <source>**Site : %1**</source>
        <translation>**الموقع: ⁨%1⁩**</translation>
    </message>
    <message>
        <source>Revenir au début du site</source>
        <translation>العودة إلى بداية الموقع</translation>
    </message>
    <message>
        <source>Pas de guide pour ce site.</source>
        <translation>لا يوجد دليل لهذا الموقع.</translation>
    </message>
    <message>
        <source>Lisez la page tranquillement.</source>
        <translation>اقرأ الصفحة بهدوء.</translation>
    </message>
    <message>
        <source>Vous êtes sur %1.</source>
        <translation>أنت في ⁨%1⁩.</translation>
    </message>
    <message>
        <source>Ce n&apos;est pas grave.</source>
        <translation>لا بأس.</translation>
    </message>
    <message>
        <source>Ce poste n&apos;a pas de guide pour ce site. Vous pouvez revenir au début.</source>
        <translation>لا يوجد في هذا الجهاز دليل لهذا الموقع. يمكنك العودة إلى البداية.</translation>
    </message>
    <message>
        <source>Appelez un médiateur pour être aidé.</source>
        <translation>اطلب الوسيط ليساعدك.</translation>
    </message>
    <message>
        <source>C&apos;est peut-être plus bas dans la page. La page a peut-être changé.</source>
        <translation>ربما هو في أسفل الصفحة. ربما تغيرت الصفحة.</translation>
    </message>
    <message>
        <source>La page a changé.</source>
        <translation>تغيرت الصفحة.</translation>
    </message>
    <message>
        <source>Le guide ne connaît pas cette page. Ce n&apos;est pas votre faute. Rien n&apos;est perdu.</source>
        <translation>الدليل لا يعرف هذه الصفحة. هذا ليس خطأك. لم يضع شيء.</translation>
    </message>
    <message>
        <source>**Ne cliquez pas au hasard.** Choisissez ici.</source>
        <translation>**لا تضغط عشوائيًا.** اختر هنا.</translation>
    </message>
    <message>
        <source>Vous êtes sur un autre site.</source>
        <translation>أنت في موقع آخر.</translation>
    </message>
    <message>
        <source>Ici : **{here}**. Le guide continue sur **{home}**.</source>
        <translation>هنا: **⁨{here}⁩**. الدليل يستمر في **⁨{home}⁩**.</translation>
    </message>
    <message>
        <source>Vous êtes dans une autre fenêtre.</source>
        <translation>أنت في نافذة أخرى.</translation>
    </message>
    <message>
        <source>La page du guide est toujours ouverte. Elle est derrière.</source>
        <translation>صفحة الدليل ما زالت مفتوحة. هي في الخلف.</translation>
    </message>
    <message>
        <source>Vous n&apos;avez pas fini ici ? Continuez. Le guide vous attend.</source>
        <translation>لم تنتهِ هنا؟ أكمل. الدليل ينتظرك.</translation>
    </message>
    <message>
        <source>Revenir à la bonne page</source>
        <translation>العودة إلى الصفحة الصحيحة</translation>
    </message>
    <message>
        <source>Le site est en panne</source>
        <translation>الموقع معطل</translation>
    </message>
    <message>
        <source>Vous continuez sans le guide.</source>
        <translation>أنت تكمل بدون الدليل.</translation>
    </message>
    <message>
        <source>Le guide ne montre plus les cases. La page marche comme d&apos;habitude.</source>
        <translation>الدليل لم يعد يريك الخانات. الصفحة تعمل كالعادة.</translation>
    </message>
    <message>
        <source>Vous pouvez revenir au guide à tout moment.</source>
        <translation>يمكنك العودة إلى الدليل في أي وقت.</translation>
    </message>
    <message>
        <source>Revenir à l&apos;étape {number}</source>
        <translation>العودة إلى الخطوة {number}</translation>
    </message>
    <message>
        <source>Continuer sans le guide</source>
        <translation>المتابعة بدون الدليل</translation>
    </message>
    <message>
        <source>Demandez au médiateur à côté de vous.</source>
        <translation>اسأل الوسيط الذي بجانبك.</translation>
    </message>
    <message>
        <source>Cherchez le bouton **« {name} »**.</source>
        <translation>ابحث عن الزر **«⁨{name}⁩»**.</translation>
    </message>
    <message>
        <source>Cherchez le lien **« {name} »**.</source>
        <translation>ابحث عن الرابط **«⁨{name}⁩»**.</translation>
    </message>
    <message>
        <source>Cherchez la case **« {name} »**.</source>
        <translation>ابحث عن الخانة **«⁨{name}⁩»**.</translation>
    </message>
    <message>
        <source>Cherchez le choix **« {name} »**.</source>
        <translation>ابحث عن الخيار **«⁨{name}⁩»**.</translation>
    </message>
    <message>
        <source>Cherchez les mots **« {name} »**.</source>
        <translation>ابحث عن الكلمات **«⁨{name}⁩»**.</translation>
    </message>
    <message>
        <source>Vous êtes ici : étape {number} sur {total}</source>
        <translation>أنت هنا: الخطوة {number} من {total}</translation>
    </message>
    <message>
        <source>À faire maintenant</source>
        <translation>ما عليك فعله الآن</translation>
    </message>
    <message>
        <source>Je vois le cadre jaune</source>
        <translation>أرى الإطار الأصفر</translation>
    </message>
    <message>
        <source>Regardez le cadre jaune.</source>
        <translation>انظر إلى الإطار الأصفر.</translation>
    </message>
    <message>
        <source>Recommencer l&apos;étape</source>
        <translation>إعادة الخطوة</translation>
    </message>
    <message>
        <source>Site : **{host}**</source>
        <translation>الموقع: **⁨{host}⁩**</translation>
    </message>
    <message>
        <source>Ce n&apos;est pas la page du guide. Revenez à la bonne page.</source>
        <translation>هذه ليست صفحة الدليل. عد إلى الصفحة الصحيحة.</translation>
    </message>
    <message>
        <source>maintenant</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>plus tard</source>
        <translation>لاحقًا</translation>
    </message>
    <message>
        <source>fait</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>{number} Ko</source>
        <translation>{number} ك.ب</translation>
    </message>
    <message>
        <source>{number} Mo</source>
        <translation>{number} م.ب</translation>
    </message>
    <message>
        <source>Ce papier est trop lourd. Le poste ne l&apos;a pas pris.</source>
        <translation>هذه الورقة ثقيلة جدًا. لم يأخذها الجهاز.</translation>
    </message>
    <message>
        <source>Il y a trop de papiers. Le poste n&apos;a pas pris le dernier.</source>
        <translation>الأوراق كثيرة جدًا. لم يأخذ الجهاز الأخيرة.</translation>
    </message>
    <message>
        <source>Il n&apos;y a plus de place. Le poste n&apos;a pas pris le dernier papier.</source>
        <translation>لم يبق مكان. لم يأخذ الجهاز الورقة الأخيرة.</translation>
    </message>
    <message>
        <source>Vos papiers : {number}</source>
        <translation>أوراقك: {number}</translation>
    </message>
    <message>
        <source>Les papiers du site arrivent ici.</source>
        <translation>تصل أوراق الموقع إلى هنا.</translation>
    </message>
    <message>
        <source>Tout voir : {number}</source>
        <translation>عرض الكل: {number}</translation>
    </message>
    <message>
        <source>{name}, prêt. Appuyez pour lire.</source>
        <translation>⁨{name}⁩، جاهزة. اضغط للقراءة.</translation>
    </message>
    <message>
        <source>Prêt</source>
        <translation>جاهزة</translation>
    </message>
    <message>
        <source>Le médiateur conduit. Votre souris ne change rien sur la page.</source>
        <translation>الوسيط يقود. فأرتك لا تغيّر شيئًا في الصفحة.</translation>
    </message>
    <message>
        <source>Vous conduisez ensemble.</source>
        <translation>أنتما تقودان معًا.</translation>
    </message>
    <message>
        <source>Frein. Personne ne touche à la page.</source>
        <translation>فرامل. لا أحد يلمس الصفحة.</translation>
    </message>
    <message>
        <source>Vous conduisez. Le médiateur montre.</source>
        <translation>أنت تقود. الوسيط يشير.</translation>
    </message>
    <message>
        <source>Vous conduisez.</source>
        <translation>أنت تقود.</translation>
    </message>
    <message>
        <source>Regardez. Le médiateur vous montre.</source>
        <translation>انظر. الوسيط يريك.</translation>
    </message>
    <message>
        <source>Il fait cette étape avec vous. Il ne fait rien sans votre accord.</source>
        <translation>يقوم بهذه الخطوة معك. لا يفعل شيئًا بدون موافقتك.</translation>
    </message>
    <message>
        <source>**Vous pouvez demander**
« Où cliquez-vous ? »
« Pourquoi ? »</source>
        <translation>**يمكنك أن تسأل**
«أين تضغط؟»
«لماذا؟»</translation>
    </message>
    <message>
        <source>Je reprends la main</source>
        <translation>أعود إلى القيادة</translation>
    </message>
    <message>
        <source>Frein : tout arrêter</source>
        <translation>فرامل: إيقاف كل شيء</translation>
    </message>
    <message>
        <source>Vous pouvez toujours :</source>
        <translation>يمكنك دائمًا:</translation>
    </message>
    <message>
        <source>Rien n&apos;est perdu. Parlez ensemble.</source>
        <translation>لم يضع شيء. تحدثا معًا.</translation>
    </message>
    <message>
        <source>Rien n&apos;est perdu. Parlez ensemble. Puis choisissez qui conduit.</source>
        <translation>لم يضع شيء. تحدثا معًا. ثم اختارا من يقود.</translation>
    </message>
    <message>
        <source>On fait une pause.</source>
        <translation>نتوقف قليلًا.</translation>
    </message>
    <message>
        <source>Le médiateur conduit</source>
        <translation>الوسيط يقود</translation>
    </message>
    <message>
        <source>Je conduis</source>
        <translation>أنا أقود</translation>
    </message>
    <message>
        <source>Qui conduit maintenant ?</source>
        <translation>من يقود الآن؟</translation>
    </message>
    <message>
        <source>Frein</source>
        <translation>فرامل</translation>
    </message>
    <message>
        <source>C&apos;est secret</source>
        <translation>هذا سري</translation>
    </message>
    <message>
        <source>Le médiateur regarde ailleurs. Sa souris est coupée.</source>
        <translation>الوسيط لا ينظر. فأرته متوقفة.</translation>
    </message>
    <message>
        <source>Ensemble</source>
        <translation>معًا</translation>
    </message>
    <message>
        <source>**Vous conduisez ensemble.** Parlez avant de cliquer.</source>
        <translation>**أنتما تقودان معًا.** تحدثا قبل الضغط.</translation>
    </message>
    <message>
        <source>Personne ne touche à la page.</source>
        <translation>لا أحد يلمس الصفحة.</translation>
    </message>
    <message>
        <source>Scanner mon papier</source>
        <translation>مسح ورقتي</translation>
    </message>
    <message>
        <source>Photographier mon papier</source>
        <translation>تصوير ورقتي</translation>
    </message>
    <message>
        <source>Rendre plus léger</source>
        <translation>تخفيف الورقة</translation>
    </message>
    <message>
        <source>Mon reçu</source>
        <translation>إيصالي</translation>
    </message>
    <message>
        <source>**Il manque le papier.** Ajoutez-le d&apos;abord.</source>
        <translation>**الورقة ناقصة.** أضفها أولًا.</translation>
    </message>
    <message>
        <source>Écrire : %1 %2</source>
        <translation>كتابة: %1 ⁨%2⁩</translation>
    </message>
    <message>
        <source>Cliquer : %1 %2</source>
        <translation>ضغط: %1 ⁨%2⁩</translation>
    </message>
    <message>
        <source>Choisir : %1 %2</source>
        <translation>اختيار: %1 ⁨%2⁩</translation>
    </message>
    <message>
        <source>Envoyer : %1 %2</source>
        <translation>إرسال: %1 ⁨%2⁩</translation>
    </message>
    <message>
        <source>bouton</source>
        <translation>زر</translation>
    </message>
    <message>
        <source>lien</source>
        <translation>رابط</translation>
    </message>
    <message>
        <source>champ</source>
        <translation>خانة كتابة</translation>
    </message>
    <message>
        <source>champ secret</source>
        <translation>خانة سرية</translation>
    </message>
    <message>
        <source>liste</source>
        <translation>قائمة</translation>
    </message>
    <message>
        <source>case</source>
        <translation>خانة</translation>
    </message>
    <message>
        <source>réponse</source>
        <translation>جواب</translation>
    </message>
    <message>
        <source>question</source>
        <translation>سؤال</translation>
    </message>
    <message>
        <source>papier</source>
        <translation>ورقة</translation>
    </message>
    <message>
        <source>onglet</source>
        <translation>لسان</translation>
    </message>
    <message>
        <source>élément</source>
        <translation>عنصر</translation>
    </message>
    <message>
        <source>J&apos;enregistre</source>
        <translation>أنا أسجّل</translation>
    </message>
    <message>
        <source>Faites la démarche. Chaque geste est noté ici.</source>
        <translation>قم بالمعاملة. تُسجَّل كل حركة هنا.</translation>
    </message>
    <message>
        <source>**Ce que vous écrivez n&apos;est jamais noté.** Mettez des données inventées.</source>
        <translation>**ما تكتبه لا يُسجَّل أبدًا.** استعمل بيانات خيالية.</translation>
    </message>
    <message>
        <source>Gestes notés : %1</source>
        <translation>الحركات المسجّلة: %1</translation>
    </message>
    <message>
        <source>À la fin, cliquez sur **Terminer**, en haut.</source>
        <translation>في النهاية، انقر على **إنهاء** في الأعلى.</translation>
    </message>
    <message>
        <source>Annuler le dernier geste</source>
        <translation>إلغاء آخر حركة</translation>
    </message>
    <message>
        <source>(sans nom)</source>
        <translation>(بدون اسم)</translation>
    </message>
    <message>
        <source>**Étape à réparer**
%1
Allez jusque-là. Faites-la.</source>
        <translation>**خطوة للإصلاح**
%1
اذهب إليها. قم بها.</translation>
    </message>
    <message>
        <source>l&apos;adresse du site</source>
        <translation>عنوان الموقع</translation>
    </message>
    <message>
        <source>les papiers</source>
        <translation>الأوراق</translation>
    </message>
    <message>
        <source>le temps</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>la fiche officielle</source>
        <translation>البطاقة الرسمية</translation>
    </message>
    <message>
        <source>le téléphone</source>
        <translation>رقم الهاتف</translation>
    </message>
    <message>
        <source>les situations</source>
        <translation>الحالات</translation>
    </message>
    <message>
        <source>les étapes</source>
        <translation>الخطوات</translation>
    </message>
    <message>
        <source>**Ce guide n&apos;est pas encore vérifié sur le vrai site.** La page peut être différente.</source>
        <translation>**لم يتم التحقق من هذا الدليل على الموقع الحقيقي بعد.** قد تكون الصفحة مختلفة.</translation>
    </message>
    <message>
        <source>**À vérifier :** {what}.</source>
        <translation>**يجب التحقق من:** {what}.</translation>
    </message>
    <message>
        <source>C&apos;est fait.</source>
        <translation>تمّ.</translation>
    </message>
    <message>
        <source>Ce site n&apos;a pas de guide.</source>
        <translation>لا يوجد دليل لهذا الموقع.</translation>
    </message>
    <message>
        <source>C&apos;est fini.</source>
        <translation>انتهى.</translation>
    </message>
    <message>
        <source>Ce n&apos;est pas grave. Le guide vous aide à trouver.</source>
        <translation>لا بأس. الدليل يساعدك على إيجاده.</translation>
    </message>
    <message>
        <source>La page a changé. Rien n&apos;est perdu.</source>
        <translation>تغيرت الصفحة. لم يضع شيء.</translation>
    </message>
    <message>
        <source>Vous êtes sur un autre site, ou dans une autre fenêtre.</source>
        <translation>أنت في موقع آخر أو في نافذة أخرى.</translation>
    </message>
    <message>
        <source>Le site est en panne. Ce n&apos;est pas votre faute.</source>
        <translation>الموقع معطل. هذا ليس خطأك.</translation>
    </message>
    <message>
        <source>Étape {number} sur {total}.</source>
        <translation>الخطوة {number} من {total}.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Guide du médiateur</source>
        <translation>دليل الوسيط</translation>
    </message>
    <message>
        <source>Deux souris et deux claviers sont branchés. Dites à qui est chacun.</source>
        <translation>وُصلت فأرتان ولوحتا مفاتيح. حدّد لمن كل واحدة.</translation>
    </message>
    <message>
        <source>Ce poste a une seule souris et un seul clavier.</source>
        <translation>لهذا الجهاز فأرة واحدة ولوحة مفاتيح واحدة.</translation>
    </message>
    <message>
        <source>Avec une deuxième paire, vous pourrez conduire à deux.</source>
        <translation>مع زوج ثانٍ يمكنكما القيادة معًا.</translation>
    </message>
    <message>
        <source>Dire à qui est chaque souris</source>
        <translation>حدّد لمن كل فأرة</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Langue</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Vos données</source>
        <translation>بياناتك</translation>
    </message>
    <message>
        <source>Taille du texte</source>
        <translation>حجم النص</translation>
    </message>
    <message>
        <source>Contraste</source>
        <translation>التباين</translation>
    </message>
    <message>
        <source>Contraste fort</source>
        <translation>تباين قوي</translation>
    </message>
    <message>
        <source>Contraste normal</source>
        <translation>تباين عادي</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Le plus demandé</source>
        <translation>الأكثر طلبًا</translation>
    </message>
    <message>
        <source>Par thème</source>
        <translation>حسب الموضوع</translation>
    </message>
    <message>
        <source>Que voulez-vous faire&#xa0;?</source>
        <translation>ماذا تريد أن تفعل؟</translation>
    </message>
    <message>
        <source>Vous</source>
        <translation>أنت</translation>
    </message>
    <message>
        <source>Le médiateur</source>
        <translation>الوسيط</translation>
    </message>
    <message>
        <source>Seul, ou à deux.</source>
        <translation>وحدك، أو معًا.</translation>
    </message>
    <message>
        <source>Vous choisissez.</source>
        <translation>أنت تختار.</translation>
    </message>
    <message>
        <source>Je ne sais pas</source>
        <translation>لا أعرف</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>الدليل</translation>
    </message>
    <message>
        <source>Espace médiateur</source>
        <translation>فضاء الوسيط</translation>
    </message>
    <message>
        <source>Espace</source>
        <translation>الفضاء</translation>
    </message>
    <message numerus="yes">
        <source>Pour l&apos;informatique&#xa0;: %n erreur(s)</source>
        <translation>
            <numerusform>للتقنيين: لا أخطاء</numerusform>
            <numerusform>للتقنيين: خطأ واحد</numerusform>
            <numerusform>للتقنيين: خطآن</numerusform>
            <numerusform>للتقنيين: %n أخطاء</numerusform>
            <numerusform>للتقنيين: %n خطأ</numerusform>
            <numerusform>للتقنيين: %n خطأ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n erreur(s)</source>
        <translation>
            <numerusform>لا أخطاء</numerusform>
            <numerusform>خطأ واحد</numerusform>
            <numerusform>خطآن</numerusform>
            <numerusform>%n أخطاء</numerusform>
            <numerusform>%n خطأً</numerusform>
            <numerusform>%n خطأ</numerusform>
        </translation>
    </message>
    <message>
        <source>Écrivez ce que vous voulez faire</source>
        <translation>اكتب ما تريد أن تفعل</translation>
    </message>
    <message>
        <source>Chercher</source>
        <translation>ابحث</translation>
    </message>
    <message>
        <source>Écrivez un mot.</source>
        <translation>اكتب كلمة.</translation>
    </message>
    <message>
        <source>Écrivez un mot. Exemple&#xa0;: passeport</source>
        <translation>اكتب كلمة. مثال: جواز سفر</translation>
    </message>
</context>
<context>
    <name>Information</name>
    <message>
        <source>Le poste peut vous guider</source>
        <translation>يمكن للجهاز أن يرشدك</translation>
    </message>
    <message>
        <source>Avec le guide : %1</source>
        <translation>مع الدليل: %1</translation>
    </message>
    <message>
        <source>Source : Service-Public.gouv.fr, le site de l&apos;État. Ceci est une copie.</source>
        <translation>المصدر: ⁨Service-Public.gouv.fr⁩، موقع الدولة. هذه نسخة.</translation>
    </message>
    <message>
        <source>Cette fiche est en français.</source>
        <translation>هذه البطاقة بالفرنسية.</translation>
    </message>
    <message>
        <source>Sur le site **%1**</source>
        <translation>على الموقع **⁨%1⁩**</translation>
    </message>
    <message>
        <source>Choisissez votre situation</source>
        <translation>اختر وضعك</translation>
    </message>
    <message>
        <source>Où aller : %1</source>
        <translation>أين تذهب: %1</translation>
    </message>
    <message>
        <source>Fiche du %1</source>
        <translation>بطاقة بتاريخ %1</translation>
    </message>
</context>
<context>
    <name>Locked</name>
    <message>
        <source>Ce poste est
en pause</source>
        <translation>هذا الجهاز
متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>Prenez un autre poste.
Ou demandez à l&apos;accueil.</source>
        <translation>استعمل جهازًا آخر.
أو اسأل في الاستقبال.</translation>
    </message>
    <message>
        <source>Ce n&apos;est pas votre faute.</source>
        <translation>هذا ليس خطأك.</translation>
    </message>
    <message>
        <source>Effacement non vérifié</source>
        <translation>لم يتم التحقق من المحو</translation>
    </message>
    <message>
        <source>Effacement non vérifié, étape %1 sur %2</source>
        <translation>لم يتم التحقق من المحو، الخطوة %1 من %2</translation>
    </message>
    <message>
        <source>**Pour l&apos;informatique**</source>
        <translation>**للتقنيين**</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>الرمز ⁨%1⁩</translation>
    </message>
    <message>
        <source>Le poste reste fermé jusqu&apos;à une vérification sur place.</source>
        <translation>يبقى الجهاز مغلقًا حتى يتم فحصه في المكان.</translation>
    </message>
    <message>
        <source>La mémoire peut aller sur un disque (swap)</source>
        <translation>قد تُكتب الذاكرة على قرص (⁨swap⁩)</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>ici</source>
        <translation>هنا</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>La page arrive…</source>
        <translation>الصفحة قادمة…</translation>
    </message>
    <message>
        <source>Attendez un peu. C&apos;est normal.</source>
        <translation>انتظر قليلًا. هذا عادي.</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Retour</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Revenir en haut</source>
        <translation>العودة إلى الأعلى</translation>
    </message>
    <message>
        <source>Voir la suite</source>
        <translation>انظر المزيد</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Pour l&apos;informatique</source>
        <translation>للتقنيين</translation>
    </message>
    <message>
        <source>Ces lignes ont une erreur. Le poste marche sans elles.</source>
        <translation>في هذه السطور خطأ. الجهاز يعمل بدونها.</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Votre reçu</source>
        <translation>إيصالك</translation>
    </message>
    <message>
        <source>Ce que vous avez fait le %1</source>
        <translation>ما فعلته يوم %1</translation>
    </message>
    <message>
        <source>Aujourd&apos;hui</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Vos numéros, à garder</source>
        <translation>أرقامك، احتفظ بها</translation>
    </message>
    <message>
        <source>Et après&#xa0;?</source>
        <translation>وماذا بعد؟</translation>
    </message>
    <message>
        <source>Une question ? Appelez</source>
        <translation>عندك سؤال؟ اتصل</translation>
    </message>
    <message>
        <source>Ce papier est à vous. Ce poste ne garde rien.</source>
        <translation>هذه الورقة لك. هذا الجهاز لا يحتفظ بشيء.</translation>
    </message>
    <message>
        <source>Un papier scanné.</source>
        <translation>ورقة ممسوحة.</translation>
    </message>
    <message>
        <source>%1 papiers scannés.</source>
        <translation>أوراق ممسوحة: %1.</translation>
    </message>
    <message>
        <source>Un papier photographié.</source>
        <translation>ورقة مصوّرة.</translation>
    </message>
    <message>
        <source>%1 papiers photographiés.</source>
        <translation>أوراق مصوّرة: %1.</translation>
    </message>
    <message>
        <source>Un papier imprimé.</source>
        <translation>ورقة مطبوعة.</translation>
    </message>
    <message>
        <source>%1 papiers imprimés.</source>
        <translation>أوراق مطبوعة: %1.</translation>
    </message>
    <message>
        <source>Un papier emporté.</source>
        <translation>ورقة أخذتها معك.</translation>
    </message>
    <message>
        <source>%1 papiers emportés.</source>
        <translation>أوراق أخذتها معك: %1.</translation>
    </message>
    <message>
        <source>Toutes les étapes sont faites.</source>
        <translation>تمت كل الخطوات.</translation>
    </message>
    <message>
        <source>Étapes faites : %1 sur %2.</source>
        <translation>الخطوات المنجزة: %1 من %2.</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Pas encore de guide.</source>
        <translation>لا يوجد دليل بعد.</translation>
    </message>
    <message>
        <source>Appelez un médiateur. Il va faire la démarche avec vous.</source>
        <translation>اطلب الوسيط. سيقوم بالمعاملة معك.</translation>
    </message>
    <message>
        <source>Ou choisissez ici</source>
        <translation>أو اختر من هنا</translation>
    </message>
    <message>
        <source>Fiches d&apos;information</source>
        <translation>بطاقات معلومات</translation>
    </message>
    <message>
        <source>Voir toutes les fiches</source>
        <translation>رؤية كل البطاقات</translation>
    </message>
    <message>
        <source>Entraînement</source>
        <translation>تدريب</translation>
    </message>
    <message>
        <source>Sur ce poste</source>
        <translation>على هذا الجهاز</translation>
    </message>
    <message>
        <source>Site au choix</source>
        <translation>موقع تختاره</translation>
    </message>
    <message>
        <source>Résultats pour «&#xa0;%1&#xa0;»</source>
        <translation>نتائج البحث عن «⁨%1⁩»</translation>
    </message>
    <message>
        <source>Fiches pour « %1 »</source>
        <translation>بطاقات عن «⁨%1⁩»</translation>
    </message>
</context>
<context>
    <name>Ring</name>
    <message>
        <source>Écrivez ici</source>
        <translation>اكتب هنا</translation>
    </message>
    <message>
        <source>Cliquez ici</source>
        <translation>اضغط هنا</translation>
    </message>
    <message>
        <source>Choisissez ici</source>
        <translation>اختر هنا</translation>
    </message>
    <message>
        <source>Envoyez ici</source>
        <translation>أرسل من هنا</translation>
    </message>
    <message>
        <source>Regardez ici</source>
        <translation>انظر هنا</translation>
    </message>
    <message>
        <source>À vous de taper</source>
        <translation>اكتب أنت</translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>Continuer</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Le poste cherche. Cela prend quelques secondes.</source>
        <translation>الجهاز يبحث. يستغرق ذلك بضع ثوانٍ.</translation>
    </message>
    <message>
        <source>Chercher encore</source>
        <translation>ابحث مرة أخرى</translation>
    </message>
    <message>
        <source>Quelle langue sur le premier écran ?</source>
        <translation>ما لغة الشاشة الأولى؟</translation>
    </message>
    <message>
        <source>Chaque usager peut en changer.</source>
        <translation>يمكن لكل شخص تغييرها.</translation>
    </message>
    <message>
        <source>Combien de souris ?</source>
        <translation>كم فأرة؟</translation>
    </message>
    <message>
        <source>À deux, chacun a sa souris et son clavier.</source>
        <translation>شخصان: لكل واحد فأرته ولوحة مفاتيحه.</translation>
    </message>
    <message>
        <source>Quelle imprimante ?</source>
        <translation>أي طابعة؟</translation>
    </message>
    <message>
        <source>Celles que CUPS connaît sont ici.</source>
        <translation>هنا الطابعات التي يعرفها ⁨CUPS⁩.</translation>
    </message>
    <message>
        <source>Quel scanner ?</source>
        <translation>أي ماسح ضوئي؟</translation>
    </message>
    <message>
        <source>Branchez-le et allumez-le.</source>
        <translation>صِلوه وشغّلوه.</translation>
    </message>
    <message>
        <source>Le code de l&apos;informatique</source>
        <translation>رمز فريق المعلوماتية</translation>
    </message>
    <message>
        <source>Il ouvre tout : l&apos;état du poste et l&apos;espace médiateur.</source>
        <translation>يفتح كل شيء: حالة الجهاز وفضاء الوسطاء.</translation>
    </message>
    <message>
        <source>Les codes des médiateurs</source>
        <translation>رموز الوسطاء</translation>
    </message>
    <message>
        <source>Un code par personne. Il ouvre l&apos;espace médiateur.</source>
        <translation>رمز لكل شخص. يفتح فضاء الوسطاء.</translation>
    </message>
    <message>
        <source>Prénom, sans majuscule ni accent</source>
        <translation>الاسم، بحروف صغيرة ودون علامات</translation>
    </message>
    <message>
        <source>Code secret, de 6 à 12 chiffres</source>
        <translation>رمز سري، من 6 إلى 12 رقمًا</translation>
    </message>
    <message>
        <source>Le même code, encore une fois</source>
        <translation>الرمز نفسه مرة أخرى</translation>
    </message>
    <message>
        <source>Donner ce code</source>
        <translation>إعطاء هذا الرمز</translation>
    </message>
    <message>
        <source>Personne n&apos;a encore de code.</source>
        <translation>لا أحد لديه رمز بعد.</translation>
    </message>
    <message>
        <source>Enlever</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Internet répond-il ?</source>
        <translation>هل يستجيب الإنترنت؟</translation>
    </message>
    <message>
        <source>**Le poste peut ouvrir quand même.** L&apos;entraînement marche sans Internet.</source>
        <translation>**يمكن فتح الجهاز على كل حال.** التدريب يعمل بلا إنترنت.</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Le poste essaie les sites des démarches.</source>
        <translation>الجهاز يجرّب مواقع الإجراءات.</translation>
    </message>
    <message>
        <source>Oui. Tous ces sites répondent.</source>
        <translation>نعم. كل هذه المواقع تستجيب.</translation>
    </message>
    <message>
        <source>Pas partout. Voici ce qui manque.</source>
        <translation>ليس في كل مكان. هذا ما ينقص.</translation>
    </message>
    <message>
        <source>Essai en cours</source>
        <translation>التجربة جارية</translation>
    </message>
    <message>
        <source>Répond</source>
        <translation>يستجيب</translation>
    </message>
    <message>
        <source>Pas de réseau</source>
        <translation>لا توجد شبكة</translation>
    </message>
    <message>
        <source>Mène au réseau du lieu</source>
        <translation>يؤدي إلى شبكة المكان</translation>
    </message>
    <message>
        <source>Ne prouve pas son nom</source>
        <translation>لا يثبت اسمه</translation>
    </message>
    <message>
        <source>Ne répond pas</source>
        <translation>لا يستجيب</translation>
    </message>
    <message>
        <source>Installation du poste</source>
        <translation>تثبيت الجهاز</translation>
    </message>
    <message>
        <source>Étape %1 sur %2</source>
        <translation>الخطوة %1 من %2</translation>
    </message>
    <message>
        <source>Où est ce poste ?</source>
        <translation>أين هذا الجهاز؟</translation>
    </message>
    <message>
        <source>Le nom du lieu, en haut de chaque écran</source>
        <translation>اسم المكان، في أعلى كل شاشة</translation>
    </message>
    <message>
        <source>Le nom de ce poste, pour l&apos;informatique</source>
        <translation>اسم هذا الجهاز، لفريق المعلوماتية</translation>
    </message>
    <message>
        <source>Des lettres, des chiffres et des tirets. Exemple : accueil-1.</source>
        <translation>حروف وأرقام وشرطات. مثال: ⁨accueil-1⁩.</translation>
    </message>
    <message>
        <source>Plus tard</source>
        <translation>لاحقًا</translation>
    </message>
    <message>
        <source>J&apos;ai un fichier sur une clé</source>
        <translation>لدي ملف على مفتاح ⁨USB⁩</translation>
    </message>
    <message>
        <source>Le poste est prêt</source>
        <translation>الجهاز جاهز</translation>
    </message>
    <message>
        <source>Est-ce juste ?</source>
        <translation>هل هذا صحيح؟</translation>
    </message>
    <message>
        <source>Ouvrir le poste</source>
        <translation>فتح الجهاز</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>**C&apos;est enregistré.** Pour changer : sudo kiosk setup.</source>
        <translation>**تم الحفظ.** للتغيير: ⁨sudo kiosk setup⁩.</translation>
    </message>
    <message>
        <source>Le poste va demander à qui est chaque souris.</source>
        <translation>سيسأل الجهاز لمن كل فأرة.</translation>
    </message>
    <message>
        <source>Il en manque. Branchez-les, ou faites-le plus tard.</source>
        <translation>بعضها ناقص. صِلوها، أو افعلوا ذلك لاحقًا.</translation>
    </message>
    <message>
        <source>Deux souris et deux claviers</source>
        <translation>فأرتان ولوحتا مفاتيح</translation>
    </message>
    <message>
        <source>Une souris et un clavier</source>
        <translation>فأرة واحدة ولوحة مفاتيح واحدة</translation>
    </message>
    <message>
        <source>On se passe la souris.</source>
        <translation>تنتقل الفأرة من يد إلى يد.</translation>
    </message>
    <message>
        <source>Ne répond pas en ce moment.</source>
        <translation>لا يستجيب الآن.</translation>
    </message>
    <message>
        <source>Pas d&apos;imprimante</source>
        <translation>لا توجد طابعة</translation>
    </message>
    <message>
        <source>Pas de scanner</source>
        <translation>لا يوجد ماسح ضوئي</translation>
    </message>
    <message>
        <source>pas encore choisi</source>
        <translation>لم يُختر بعد</translation>
    </message>
    <message>
        <source>deux de chaque</source>
        <translation>اثنان من كل نوع</translation>
    </message>
    <message>
        <source>deux de chaque, à montrer plus tard</source>
        <translation>اثنان من كل نوع، تُعرض لاحقًا</translation>
    </message>
    <message>
        <source>une de chaque</source>
        <translation>واحد من كل نوع</translation>
    </message>
    <message>
        <source>Lieu</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Poste</source>
        <translation>الجهاز</translation>
    </message>
    <message>
        <source>Langue</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Souris et claviers</source>
        <translation>الفئران ولوحات المفاتيح</translation>
    </message>
    <message>
        <source>Imprimante</source>
        <translation>الطابعة</translation>
    </message>
    <message>
        <source>pas d&apos;imprimante</source>
        <translation>لا توجد طابعة</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>الماسح الضوئي</translation>
    </message>
    <message>
        <source>pas de scanner</source>
        <translation>لا يوجد ماسح ضوئي</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>الرموز</translation>
    </message>
    <message>
        <source>personne n&apos;en a</source>
        <translation>لا أحد لديه رمز</translation>
    </message>
    <message>
        <source>**%1 :** %2</source>
        <translation>**%1:** %2</translation>
    </message>
    <message>
        <source>Écrivez le nom du lieu.</source>
        <translation>اكتبوا اسم المكان.</translation>
    </message>
    <message>
        <source>Le nom du poste : des lettres, des chiffres et des tirets, sans espace.</source>
        <translation>اسم الجهاز: حروف وأرقام وشرطات، بلا مسافات.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Votre situation</source>
        <translation>وضعك</translation>
    </message>
    <message>
        <source>%1 sur %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>**Ce n&apos;est pas grave.** Vous pouvez commencer.</source>
        <translation>**لا بأس.** يمكنك أن تبدأ.</translation>
    </message>
    <message>
        <source>Où le trouver&#xa0;?</source>
        <translation>أين أجده؟</translation>
    </message>
    <message>
        <source>Je l&apos;ai</source>
        <translation>عندي</translation>
    </message>
    <message>
        <source>Je ne l&apos;ai pas</source>
        <translation>ليس عندي</translation>
    </message>
    <message>
        <source>Préparez vos papiers</source>
        <translation>حضّر أوراقك</translation>
    </message>
    <message>
        <source>Vous n&apos;avez besoin d&apos;aucun papier.</source>
        <translation>لا تحتاج إلى أي ورقة.</translation>
    </message>
    <message>
        <source>Écouter</source>
        <translation>استماع</translation>
    </message>
    <message>
        <source>Lire la fiche officielle</source>
        <translation>قراءة البطاقة الرسمية</translation>
    </message>
    <message>
        <source>**Sur ce poste**, sans site Internet</source>
        <translation>**على هذا الجهاز**، بدون موقع</translation>
    </message>
    <message>
        <source>Sur le site **que vous choisissez**</source>
        <translation>على الموقع **الذي تختاره**</translation>
    </message>
    <message>
        <source>Sur le site **%1**</source>
        <translation>على موقع **%1**</translation>
    </message>
    <message>
        <source>**Site d&apos;entraînement.** Rien n&apos;est envoyé.</source>
        <translation>**موقع للتدريب.** لا يُرسل أي شيء.</translation>
    </message>
    <message>
        <source>**Guide pas encore vérifié sur le vrai site.** Une page peut être différente. Lisez bien l&apos;écran.</source>
        <translation>**لم يُراجع هذا الدليل بعد على الموقع الحقيقي.** قد تختلف صفحة. اقرأ الشاشة جيدًا.</translation>
    </message>
    <message>
        <source>**On commence&#xa0;?** Vous pouvez vous arrêter quand vous voulez.</source>
        <translation>**هل نبدأ؟** يمكنك أن تتوقف متى تريد.</translation>
    </message>
    <message>
        <source>Je commence</source>
        <translation>أبدأ</translation>
    </message>
    <message>
        <source>Le guide vous montre</source>
        <translation>الدليل يريك الطريق</translation>
    </message>
    <message>
        <source>Avec le médiateur</source>
        <translation>مع الوسيط</translation>
    </message>
    <message>
        <source>Il vient à côté de vous</source>
        <translation>يأتي ويجلس بجانبك</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message numerus="yes">
        <source>Demandé %n fois</source>
        <translation>
            <numerusform>لم يُطلب</numerusform>
            <numerusform>طُلب مرة واحدة</numerusform>
            <numerusform>طُلب مرتين</numerusform>
            <numerusform>طُلب %n مرات</numerusform>
            <numerusform>طُلب %n مرة</numerusform>
            <numerusform>طُلب %n مرة</numerusform>
        </translation>
    </message>
    <message>
        <source>Suivi publicitaire</source>
        <translation>تتبّع للإعلانات</translation>
    </message>
    <message>
        <source>Autorisé</source>
        <translation>مسموح</translation>
    </message>
    <message>
        <source>Autoriser</source>
        <translation>السماح</translation>
    </message>
    <message>
        <source>Sites bloqués</source>
        <translation>المواقع المحجوبة</translation>
    </message>
    <message>
        <source>Recharger la page</source>
        <translation>تحميل الصفحة من جديد</translation>
    </message>
    <message>
        <source>Ce qui est écrit dans la page sera perdu.</source>
        <translation>سيضيع ما كُتب في الصفحة.</translation>
    </message>
    <message>
        <source>La page n&apos;a demandé aucun autre site.</source>
        <translation>لم تطلب الصفحة أي موقع آخر.</translation>
    </message>
    <message>
        <source>C&apos;est autorisé pour cette fois. Rechargez la page : ce qui y est écrit sera perdu.</source>
        <translation>هذا مسموح لهذه المرة. حمّل الصفحة من جديد: سيضيع ما كُتب فيها.</translation>
    </message>
    <message>
        <source>La page a demandé ces sites. Autorisez seulement ceux que vous connaissez.</source>
        <translation>طلبت الصفحة هذه المواقع. اسمح فقط بالتي تعرفها.</translation>
    </message>
    <message>
        <source>Ouvrir un autre site</source>
        <translation>فتح موقع آخر</translation>
    </message>
    <message>
        <source>Pour une démarche sans guide.</source>
        <translation>لمعاملة بدون دليل.</translation>
    </message>
    <message>
        <source>Écrire une démarche</source>
        <translation>كتابة معاملة</translation>
    </message>
    <message>
        <source>Vous la faites une fois. Le poste note les gestes.</source>
        <translation>تقوم بها مرة واحدة. يسجّل الجهاز الحركات.</translation>
    </message>
    <message>
        <source>Réparer une démarche</source>
        <translation>إصلاح معاملة</translation>
    </message>
    <message>
        <source>Quand la page a changé.</source>
        <translation>عندما تتغير الصفحة.</translation>
    </message>
    <message>
        <source>À écrire ensuite</source>
        <translation>ما يجب كتابته لاحقًا</translation>
    </message>
    <message>
        <source>Ce que les usagers demandent, et les guides à réparer.</source>
        <translation>ما يطلبه الناس، والأدلة التي تحتاج إلى إصلاح.</translation>
    </message>
    <message>
        <source>Pour l&apos;informatique : ce qui marche, ce qui manque.</source>
        <translation>لفريق المعلوماتية: ما يعمل وما ينقص.</translation>
    </message>
    <message>
        <source>Espace médiateur</source>
        <translation>فضاء الوسيط</translation>
    </message>
    <message>
        <source>Sites ouverts sans guide</source>
        <translation>مواقع فُتحت بدون دليل</translation>
    </message>
    <message>
        <source>Aucun pour le moment.</source>
        <translation>لا شيء الآن.</translation>
    </message>
    <message>
        <source>Guides à réparer</source>
        <translation>أدلة تحتاج إلى إصلاح</translation>
    </message>
    <message numerus="yes">
        <source>%n fois</source>
        <translation>
            <numerusform>ولا مرة</numerusform>
            <numerusform>مرة واحدة</numerusform>
            <numerusform>مرتان</numerusform>
            <numerusform>%n مرات</numerusform>
            <numerusform>%n مرة</numerusform>
            <numerusform>%n مرة</numerusform>
        </translation>
    </message>
    <message>
        <source>Cet espace se ferme tout seul après deux minutes.</source>
        <translation>يُغلق هذا الفضاء وحده بعد دقيقتين.</translation>
    </message>
    <message>
        <source>Fermer l&apos;espace</source>
        <translation>إغلاق الفضاء</translation>
    </message>
    <message>
        <source>C&apos;est le code que l&apos;informatique vous a donné.</source>
        <translation>هو الرمز الذي أعطاك إياه التقنيون.</translation>
    </message>
    <message>
        <source>Personne n&apos;a encore de code.</source>
        <translation>لا أحد عنده رمز بعد.</translation>
    </message>
    <message>
        <source>L&apos;informatique peut en donner un. Elle tape sur ce poste :</source>
        <translation>يمكن للتقنيين إعطاء رمز. يكتبون على هذا الجهاز:</translation>
    </message>
    <message>
        <source>**Écrivez une adresse.** Exemple : www.exemple.fr</source>
        <translation>**اكتب عنوانًا.** مثال: ⁨www.exemple.fr⁩</translation>
    </message>
    <message>
        <source>**Il faut une adresse, pas des mots.** Exemple : www.exemple.fr</source>
        <translation>**يجب كتابة عنوان، لا كلمات.** مثال: ⁨www.exemple.fr⁩</translation>
    </message>
    <message>
        <source>**Ce poste ouvre seulement des sites sûrs.** L&apos;adresse commence par https.</source>
        <translation>**هذا الجهاز يفتح المواقع الآمنة فقط.** يبدأ العنوان بـ ⁨https⁩.</translation>
    </message>
    <message>
        <source>**Il y a un @ dans l&apos;adresse.** Écrivez seulement le nom du site.</source>
        <translation>**في العنوان علامة @.** اكتب اسم الموقع فقط.</translation>
    </message>
    <message>
        <source>**Une adresse en chiffres ne s&apos;ouvre pas ici.** Écrivez le nom du site.</source>
        <translation>**العنوان المكتوب بالأرقام لا يُفتح هنا.** اكتب اسم الموقع.</translation>
    </message>
    <message>
        <source>**Enlevez les deux points et ce qui suit.** Exemple : www.exemple.fr</source>
        <translation>**احذف النقطتين وما بعدهما.** مثال: ⁨www.exemple.fr⁩</translation>
    </message>
    <message>
        <source>**Ce n&apos;est pas un nom de site.** Regardez les points et les lettres.</source>
        <translation>**هذا ليس اسم موقع.** انظر إلى النقاط والحروف.</translation>
    </message>
    <message>
        <source>**Cette adresse est celle de beaucoup de sites.** Écrivez l&apos;adresse entière.</source>
        <translation>**هذا العنوان لمواقع كثيرة.** اكتب العنوان كاملًا.</translation>
    </message>
    <message>
        <source>**C&apos;est une adresse du lieu.** Ce poste ouvre seulement des sites publics.</source>
        <translation>**هذا عنوان خاص بالمكان.** هذا الجهاز يفتح المواقع العامة فقط.</translation>
    </message>
    <message>
        <source>**C&apos;est un site d&apos;entraînement.** Choisissez-le sur le premier écran.</source>
        <translation>**هذا موقع للتدريب.** اختره من الشاشة الأولى.</translation>
    </message>
    <message>
        <source>**L&apos;adresse est trop longue.** Gardez le début, jusqu&apos;au nom du site.</source>
        <translation>**العنوان طويل جدًا.** احتفظ بالبداية حتى اسم الموقع.</translation>
    </message>
    <message>
        <source>Adresse du site</source>
        <translation>عنوان الموقع</translation>
    </message>
    <message>
        <source>Ouvrir</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Vérifiez l&apos;adresse avec l&apos;usager. Il n&apos;y a pas de guide pour ce site.</source>
        <translation>تحقق من العنوان مع المستخدم. لا يوجد دليل لهذا الموقع.</translation>
    </message>
    <message>
        <source>Le poste ouvre ce site, et FranceConnect. Tout est effacé à la fin.</source>
        <translation>يفتح الجهاز هذا الموقع و⁨FranceConnect⁩. يُمحى كل شيء في النهاية.</translation>
    </message>
    <message>
        <source>Le poste compte ce site. Il ne note rien de l&apos;usager.</source>
        <translation>يعدّ الجهاز هذا الموقع. لا يسجل شيئًا عن المستخدم.</translation>
    </message>
    <message numerus="yes">
        <source>%1 (pas trouvée %n fois)</source>
        <translation>
            <numerusform>%1 (وُجدت دائمًا)</numerusform>
            <numerusform>%1 (لم توجد مرة واحدة)</numerusform>
            <numerusform>%1 (لم توجد مرتين)</numerusform>
            <numerusform>%1 (لم توجد %n مرات)</numerusform>
            <numerusform>%1 (لم توجد %n مرة)</numerusform>
            <numerusform>%1 (لم توجد %n مرة)</numerusform>
        </translation>
    </message>
    <message>
        <source>Quelle étape n&apos;est plus au bon endroit ? Vous la montrerez sur la page.</source>
        <translation>أي خطوة لم تعد في مكانها؟ ستشير إليها في الصفحة.</translation>
    </message>
    <message>
        <source>D&apos;abord les étapes que le guide ne trouve plus. Puis toutes les démarches.</source>
        <translation>أولًا الخطوات التي لم يعد الدليل يجدها. ثم كل المعاملات.</translation>
    </message>
    <message>
        <source>Aucune étape ne manque. Choisissez une démarche à revoir.</source>
        <translation>لا تنقص أي خطوة. اختر معاملة لمراجعتها.</translation>
    </message>
    <message>
        <source>Avant : %1</source>
        <translation>قبل: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Maintenant : %1</source>
        <translation>الآن: ⁨%1⁩</translation>
    </message>
    <message>
        <source>L&apos;ancien nom reste aussi, au cas où il revient.</source>
        <translation>يبقى الاسم القديم أيضًا، إن عاد.</translation>
    </message>
    <message>
        <source>Essayer maintenant</source>
        <translation>جرّب الآن</translation>
    </message>
    <message>
        <source>**Rien n&apos;a été montré.** Le dernier geste n&apos;a pas de nom sur la page.</source>
        <translation>**لم تتم الإشارة إلى شيء.** ليس للحركة الأخيرة اسم في الصفحة.</translation>
    </message>
    <message>
        <source>Recommencer</source>
        <translation>إعادة من البداية</translation>
    </message>
    <message>
        <source>La phrase : une action, 12 mots au plus</source>
        <translation>الجملة: فعل واحد، 12 كلمة على الأكثر</translation>
    </message>
    <message>
        <source>Pourquoi ? (si c&apos;est utile)</source>
        <translation>لماذا؟ (إن كان مفيدًا)</translation>
    </message>
    <message>
        <source>Seul l&apos;usager peut le faire : un secret, une signature</source>
        <translation>المستخدم وحده يقوم به: سرّ أو توقيع</translation>
    </message>
    <message>
        <source>Étape d&apos;avant</source>
        <translation>الخطوة السابقة</translation>
    </message>
    <message>
        <source>Étape suivante</source>
        <translation>الخطوة التالية</translation>
    </message>
    <message>
        <source>Étape %1 sur %2</source>
        <translation>الخطوة %1 من %2</translation>
    </message>
    <message>
        <source>Monter</source>
        <translation>إلى الأعلى</translation>
    </message>
    <message>
        <source>Descendre</source>
        <translation>إلى الأسفل</translation>
    </message>
    <message>
        <source>Enlever cette étape</source>
        <translation>إزالة هذه الخطوة</translation>
    </message>
    <message>
        <source>Le guide ne montre rien sur la page : le nom manque.</source>
        <translation>الدليل لا يشير إلى شيء في الصفحة: الاسم ناقص.</translation>
    </message>
    <message>
        <source>Sur la page : %1</source>
        <translation>في الصفحة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Est-ce que tout a marché ?</source>
        <translation>هل نجح كل شيء؟</translation>
    </message>
    <message>
        <source>Le guide a-t-il montré chaque étape au bon endroit ?</source>
        <translation>هل أشار الدليل إلى كل خطوة في مكانها؟</translation>
    </message>
    <message>
        <source>Oui, tout a marché</source>
        <translation>نعم، نجح كل شيء</translation>
    </message>
    <message>
        <source>Non, je corrige</source>
        <translation>لا، سأصحّح</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Sites à ajouter</source>
        <translation>مواقع للإضافة</translation>
    </message>
    <message>
        <source>Vous avez autorisé ces sites. La démarche en a-t-elle besoin ?</source>
        <translation>سمحت بهذه المواقع. هل تحتاج إليها المعاملة؟</translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Ajouter</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Ajouté</source>
        <translation>أُضيف</translation>
    </message>
    <message>
        <source>Où ranger cette démarche ?</source>
        <translation>أين نضع هذه المعاملة؟</translation>
    </message>
    <message>
        <source>C&apos;est enregistré.</source>
        <translation>تم الحفظ.</translation>
    </message>
    <message>
        <source>Ce n&apos;est pas enregistré.</source>
        <translation>لم يتم الحفظ.</translation>
    </message>
    <message>
        <source>La démarche est dans la liste. Tout le monde peut la suivre.</source>
        <translation>المعاملة في القائمة. يمكن للجميع اتباعها.</translation>
    </message>
    <message>
        <source>Pour la partager, l&apos;informatique copie son fichier.</source>
        <translation>لمشاركتها، ينسخ التقنيون ملفها.</translation>
    </message>
    <message>
        <source>Le poste ne peut pas écrire dans le dossier des démarches.</source>
        <translation>لا يستطيع الجهاز الكتابة في مجلد المعاملات.</translation>
    </message>
    <message>
        <source>Rien n&apos;est perdu : la démarche reste dans « Écrire une démarche ».</source>
        <translation>لم يضع شيء: تبقى المعاملة في «كتابة معاملة».</translation>
    </message>
    <message>
        <source>Appelez l&apos;informatique. Elle tape : sudo kiosk doctor</source>
        <translation>اتصل بالتقنيين. يكتبون: ⁨sudo kiosk doctor⁩</translation>
    </message>
    <message>
        <source>**Écrivez un titre.** Exemple : Demander une carte de transport</source>
        <translation>**اكتب عنوانًا للمعاملة.** مثال: ⁨Demander une carte de transport⁩</translation>
    </message>
    <message>
        <source>**Aucun geste n&apos;a été noté.** Recommencez quand vous voulez.</source>
        <translation>**لم تُسجَّل أي حركة.** أعد من البداية متى شئت.</translation>
    </message>
    <message>
        <source>Titre de la démarche</source>
        <translation>عنوان المعاملة</translation>
    </message>
    <message>
        <source>Adresse du début</source>
        <translation>عنوان البداية</translation>
    </message>
    <message>
        <source>Demander une carte de transport</source>
        <translation>⁨Demander une carte de transport⁩</translation>
    </message>
    <message>
        <source>Commencer</source>
        <translation>ابدأ</translation>
    </message>
    <message>
        <source>Ou continuez une démarche commencée :</source>
        <translation>أو أكمل معاملة بدأت:</translation>
    </message>
    <message>
        <source>**Utilisez seulement des données inventées ou une démarche d&apos;entraînement.** Le poste garde les noms des boutons et des champs, et les adresses. Jamais ce que vous écrivez.</source>
        <translation>**استعمل فقط بيانات خيالية أو معاملة للتدريب.** يحتفظ الجهاز بأسماء الأزرار والخانات والعناوين. ولا يحتفظ أبدًا بما تكتبه.</translation>
    </message>
    <message>
        <source>Santé du poste</source>
        <translation>صحة الجهاز</translation>
    </message>
    <message>
        <source>Regarder encore</source>
        <translation>انظر مرة أخرى</translation>
    </message>
    <message>
        <source>Le poste n&apos;a pas pu se regarder. Sur place ou à distance : sudo kiosk doctor</source>
        <translation>لم يستطع الجهاز فحص نفسه. في المكان أو عن بعد: ⁨sudo kiosk doctor⁩</translation>
    </message>
    <message>
        <source>Le poste se regarde. Attendez une demi-minute.</source>
        <translation>الجهاز يفحص نفسه. انتظروا نصف دقيقة.</translation>
    </message>
    <message>
        <source>Tout est en ordre.</source>
        <translation>كل شيء على ما يرام.</translation>
    </message>
    <message numerus="yes">
        <source>À réparer : %n.</source>
        <translation>
            <numerusform>للإصلاح: %n.</numerusform>
            <numerusform>للإصلاح: %n.</numerusform>
            <numerusform>للإصلاح: %n.</numerusform>
            <numerusform>للإصلاح: %n.</numerusform>
            <numerusform>للإصلاح: %n.</numerusform>
            <numerusform>للإصلاح: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>À regarder : %n.</source>
        <translation>
            <numerusform>للنظر: %n.</numerusform>
            <numerusform>للنظر: %n.</numerusform>
            <numerusform>للنظر: %n.</numerusform>
            <numerusform>للنظر: %n.</numerusform>
            <numerusform>للنظر: %n.</numerusform>
            <numerusform>للنظر: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>À réparer</source>
        <translation>للإصلاح</translation>
    </message>
    <message>
        <source>À regarder</source>
        <translation>للنظر</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Je suis là</source>
        <translation>أنا هنا</translation>
    </message>
    <message>
        <source>Pour le médiateur</source>
        <translation>للوسيط</translation>
    </message>
    <message>
        <source>Terminer</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Site : **%1**</source>
        <translation>الموقع: **⁨%1⁩**</translation>
    </message>
    <message numerus="yes">
        <source>%n bloqué(s)</source>
        <translation>
            <numerusform>لا شيء محجوب</numerusform>
            <numerusform>موقع محجوب</numerusform>
            <numerusform>موقعان محجوبان</numerusform>
            <numerusform>%n مواقع محجوبة</numerusform>
            <numerusform>%n موقعًا محجوبًا</numerusform>
            <numerusform>%n موقع محجوب</numerusform>
        </translation>
    </message>
    <message>
        <source>Sites bloqués, pour le médiateur</source>
        <translation>المواقع المحجوبة، للوسيط</translation>
    </message>
    <message>
        <source>Vous conduisez</source>
        <translation>أنت تقود</translation>
    </message>
    <message>
        <source>Médiateur appelé</source>
        <translation>تم طلب الوسيط</translation>
    </message>
    <message>
        <source>Le médiateur est à côté</source>
        <translation>الوسيط بجانبك</translation>
    </message>
    <message>
        <source>Pas de médiateur</source>
        <translation>لا يوجد وسيط</translation>
    </message>
    <message>
        <source>Médiateur</source>
        <translation>الوسيط</translation>
    </message>
    <message>
        <source>Le médiateur montre</source>
        <translation>الوسيط يشير</translation>
    </message>
    <message>
        <source>Vous regardez</source>
        <translation>أنت تشاهد</translation>
    </message>
    <message>
        <source>Le médiateur conduit</source>
        <translation>الوسيط يقود</translation>
    </message>
    <message>
        <source>Le médiateur conduit aussi</source>
        <translation>الوسيط يقود أيضًا</translation>
    </message>
    <message>
        <source>Vous : pause</source>
        <translation>أنت: توقف</translation>
    </message>
    <message>
        <source>Médiateur : pause</source>
        <translation>الوسيط: توقف</translation>
    </message>
    <message>
        <source>Le médiateur regarde ailleurs</source>
        <translation>الوسيط لا ينظر</translation>
    </message>
    <message>
        <source>Perdu&#xa0;?</source>
        <translation>تائه؟</translation>
    </message>
    <message>
        <source>Je suis perdu</source>
        <translation>أنا تائه</translation>
    </message>
</context>
<context>
    <name>TouchKeyboard</name>
    <message>
        <source>Clavier à l&apos;écran</source>
        <translation>لوحة المفاتيح على الشاشة</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>إدخال</translation>
    </message>
</context>
<context>
    <name>Unsure</name>
    <message>
        <source>On va vous aider</source>
        <translation>سوف نساعدك</translation>
    </message>
    <message>
        <source>Montrez votre lettre ou votre papier au médiateur.</source>
        <translation>أرِ الوسيط رسالتك أو ورقتك.</translation>
    </message>
    <message>
        <source>Dites-lui ce qui vous amène. Il cherche avec vous.</source>
        <translation>قل له لماذا جئت. سيبحث معك.</translation>
    </message>
</context>
<context>
    <name>Warning</name>
    <message>
        <source>Temps qui reste</source>
        <translation>الوقت المتبقي</translation>
    </message>
    <message>
        <source>Êtes-vous toujours là ? Sans réponse, tout sera effacé. Pour rester, appuyez sur le bouton.</source>
        <translation>هل ما زلت هنا؟ بدون جواب، سيُمحى كل شيء. للبقاء، اضغط على الزر.</translation>
    </message>
    <message>
        <source>Êtes-vous toujours là&#xa0;?</source>
        <translation>هل ما زلت هنا؟</translation>
    </message>
    <message>
        <source>Sans réponse, tout sera effacé.</source>
        <translation>بدون جواب، سيُمحى كل شيء.</translation>
    </message>
    <message>
        <source>Je suis toujours là</source>
        <translation>ما زلت هنا</translation>
    </message>
    <message>
        <source>J&apos;ai fini. Tout effacer.</source>
        <translation>انتهيت. امحُ كل شيء.</translation>
    </message>
    <message>
        <source>{minutes} min {seconds}</source>
        <translation>{minutes} د {seconds}</translation>
    </message>
    <message numerus="yes">
        <source>seconde(s)</source>
        <translation>
            <numerusform>ثانية</numerusform>
            <numerusform>ثانية</numerusform>
            <numerusform>ثانيتان</numerusform>
            <numerusform>ثوانٍ</numerusform>
            <numerusform>ثانية</numerusform>
            <numerusform>ثانية</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Encore %n seconde(s)</source>
        <translation>
            <numerusform>انتهى الوقت</numerusform>
            <numerusform>بقيت ثانية واحدة</numerusform>
            <numerusform>بقيت ثانيتان</numerusform>
            <numerusform>بقيت %n ثوانٍ</numerusform>
            <numerusform>بقيت %n ثانية</numerusform>
            <numerusform>بقيت %n ثانية</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WheelBar</name>
    <message>
        <source>Montrez avec votre souris.</source>
        <translation>أشِر بفأرتك.</translation>
    </message>
    <message>
        <source>Montrez avec votre souris. Un clic laisse une marque.</source>
        <translation>أشِر بفأرتك. الضغطة تترك علامة.</translation>
    </message>
    <message>
        <source>Le médiateur conduit.</source>
        <translation>الوسيط يقود.</translation>
    </message>
    <message>
        <source>Votre souris ne change rien sur la page.</source>
        <translation>فأرتك لا تغيّر شيئًا في الصفحة.</translation>
    </message>
    <message>
        <source>Vous conduisez ensemble.</source>
        <translation>أنتما تقودان معًا.</translation>
    </message>
    <message>
        <source>Pause.</source>
        <translation>توقف.</translation>
    </message>
    <message>
        <source>Choisissez qui conduit.</source>
        <translation>اختارا من يقود.</translation>
    </message>
    <message>
        <source>C&apos;est secret</source>
        <translation>هذا سري</translation>
    </message>
    <message>
        <source>C&apos;est secret : le médiateur regarde ailleurs</source>
        <translation>هذا سري: الوسيط لا ينظر</translation>
    </message>
    <message>
        <source>Touche %1</source>
        <translation>المفتاح ⁨%1⁩</translation>
    </message>
    <message>
        <source>Barre du médiateur</source>
        <translation>شريط الوسيط</translation>
    </message>
    <message>
        <source>Rendre la main</source>
        <translation>إعادة القيادة</translation>
    </message>
    <message>
        <source>L&apos;usager conduit</source>
        <translation>المستخدم يقود</translation>
    </message>
    <message>
        <source>Prendre la main</source>
        <translation>تولّي القيادة</translation>
    </message>
    <message>
        <source>Ensemble</source>
        <translation>معًا</translation>
    </message>
    <message>
        <source>Frein</source>
        <translation>فرامل</translation>
    </message>
    <message numerus="yes">
        <source>Le médiateur conduit depuis %n minute(s). Pensez à rendre la main.</source>
        <translation>
            <numerusform>الوسيط يقود منذ أقل من دقيقة. فكّر في إعادة القيادة.</numerusform>
            <numerusform>الوسيط يقود منذ دقيقة. فكّر في إعادة القيادة.</numerusform>
            <numerusform>الوسيط يقود منذ دقيقتين. فكّر في إعادة القيادة.</numerusform>
            <numerusform>الوسيط يقود منذ %n دقائق. فكّر في إعادة القيادة.</numerusform>
            <numerusform>الوسيط يقود منذ %n دقيقة. فكّر في إعادة القيادة.</numerusform>
            <numerusform>الوسيط يقود منذ %n دقيقة. فكّر في إعادة القيادة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Depuis %n minute(s). Pensez à rendre la main.</source>
        <translation>
            <numerusform>منذ أقل من دقيقة. فكّر في إعادة القيادة.</numerusform>
            <numerusform>منذ دقيقة. فكّر في إعادة القيادة.</numerusform>
            <numerusform>منذ دقيقتين. فكّر في إعادة القيادة.</numerusform>
            <numerusform>منذ %n دقائق. فكّر في إعادة القيادة.</numerusform>
            <numerusform>منذ %n دقيقة. فكّر في إعادة القيادة.</numerusform>
            <numerusform>منذ %n دقيقة. فكّر في إعادة القيادة.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wiped</name>
    <message>
        <source>Tout est effacé</source>
        <translation>مُحي كل شيء</translation>
    </message>
    <message>
        <source>Il ne reste rien de vous sur ce poste.</source>
        <translation>لم يبق أي شيء عنك في هذا الجهاز.</translation>
    </message>
    <message>
        <source>**Vous pouvez partir.** Bonne journée.</source>
        <translation>**يمكنك أن تغادر.** نتمنى لك يومًا طيبًا.</translation>
    </message>
    <message>
        <source>à %1</source>
        <translation>على الساعة %1</translation>
    </message>
    <message>
        <source>Vérifié</source>
        <translation>تم التحقق</translation>
    </message>
    <message>
        <source>%1 sur %2. Rien ne reste.</source>
        <translation>%1 من %2. لم يبق شيء.</translation>
    </message>
    <message>
        <source>Nouvelle personne</source>
        <translation>شخص جديد</translation>
    </message>
    <message numerus="yes">
        <source>Retour au premier écran dans %n seconde(s)</source>
        <translation>
            <numerusform>العودة إلى الشاشة الأولى الآن</numerusform>
            <numerusform>العودة إلى الشاشة الأولى بعد ثانية واحدة</numerusform>
            <numerusform>العودة إلى الشاشة الأولى بعد ثانيتين</numerusform>
            <numerusform>العودة إلى الشاشة الأولى بعد %n ثوانٍ</numerusform>
            <numerusform>العودة إلى الشاشة الأولى بعد %n ثانية</numerusform>
            <numerusform>العودة إلى الشاشة الأولى بعد %n ثانية</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wiping</name>
    <message>
        <source>On efface tout</source>
        <translation>نمحو كل شيء</translation>
    </message>
    <message>
        <source>Attendez quelques secondes.</source>
        <translation>انتظر بضع ثوانٍ.</translation>
    </message>
    <message>
        <source>Effacé</source>
        <translation>تم المحو</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Papiers</source>
        <translation>الأوراق الرسمية</translation>
    </message>
    <message>
        <source>Famille et école</source>
        <translation>العائلة والمدرسة</translation>
    </message>
    <message>
        <source>Santé et aides</source>
        <translation>الصحة والمساعدات</translation>
    </message>
    <message>
        <source>Travail</source>
        <translation>العمل</translation>
    </message>
    <message>
        <source>Retraite</source>
        <translation>التقاعد</translation>
    </message>
    <message>
        <source>Logement</source>
        <translation>السكن</translation>
    </message>
    <message>
        <source>Transports</source>
        <translation>النقل</translation>
    </message>
    <message>
        <source>Impôts et argent</source>
        <translation>الضرائب والمال</translation>
    </message>
    <message>
        <source>Justice</source>
        <translation>القضاء</translation>
    </message>
    <message>
        <source>Étrangers</source>
        <translation>الأجانب في فرنسا</translation>
    </message>
    <message>
        <source>Mail et Internet</source>
        <translation>البريد والإنترنت</translation>
    </message>
    <message>
        <source>Sport et culture</source>
        <translation>الرياضة والثقافة</translation>
    </message>
    <message>
        <source>Associations</source>
        <translation>الجمعيات</translation>
    </message>
    <message>
        <source>Pages visitées et comptes ouverts</source>
        <translation>الصفحات التي زرتها والحسابات المفتوحة</translation>
    </message>
    <message>
        <source>Papiers et photos</source>
        <translation>الأوراق والصور</translation>
    </message>
    <message>
        <source>Connexion au site</source>
        <translation>الاتصال بالموقع</translation>
    </message>
    <message>
        <source>Textes copiés</source>
        <translation>النصوص المنسوخة</translation>
    </message>
    <message>
        <source>Fichiers de passage</source>
        <translation>الملفات المؤقتة</translation>
    </message>
    <message>
        <source>Recherches et réponses</source>
        <translation>عمليات البحث والأجوبة</translation>
    </message>
    <message>
        <source>Papiers du scanner, du téléphone et des clés</source>
        <translation>أوراق الماسح الضوئي والهاتف والمفاتيح</translation>
    </message>
    <message>
        <source>Papiers pour l&apos;imprimante</source>
        <translation>الأوراق المعدّة للطباعة</translation>
    </message>
    <message>
        <source>Personne n&apos;a répondu. La visite est finie.</source>
        <translation>لم يجب أحد. انتهت الزيارة.</translation>
    </message>
    <message>
        <source>La page n&apos;est pas venue. Ce n&apos;est pas votre faute.</source>
        <translation>لم تصل الصفحة. هذا ليس خطأك.</translation>
    </message>
    <message>
        <source>La page ne répondait plus. Ce n&apos;est pas votre faute.</source>
        <translation>توقفت الصفحة عن الرد. هذا ليس خطأك.</translation>
    </message>
    <message>
        <source>La page s&apos;est arrêtée. Ce n&apos;est pas votre faute.</source>
        <translation>توقفت الصفحة. هذا ليس خطأك.</translation>
    </message>
    <message>
        <source>La page s&apos;est mal conduite. Le poste l&apos;a fermée.</source>
        <translation>تصرفت الصفحة بشكل خاطئ. أغلقها الجهاز.</translation>
    </message>
    <message>
        <source>La souris de l&apos;usager est débranchée. Rebranchez-la : rien n&apos;est perdu.</source>
        <translation>فأرة المستخدم مفصولة. أعِد وصلها: لم يضع شيء.</translation>
    </message>
    <message>
        <source>La souris de l&apos;usager est revenue.</source>
        <translation>عادت فأرة المستخدم.</translation>
    </message>
    <message>
        <source>Le clavier de l&apos;usager est débranché. Rebranchez-le : rien n&apos;est perdu.</source>
        <translation>لوحة مفاتيح المستخدم مفصولة. أعِد وصلها: لم يضع شيء.</translation>
    </message>
    <message>
        <source>Le clavier de l&apos;usager est revenu.</source>
        <translation>عادت لوحة مفاتيح المستخدم.</translation>
    </message>
    <message>
        <source>L&apos;écran tactile de l&apos;usager est débranché. Rebranchez-le : rien n&apos;est perdu.</source>
        <translation>شاشة اللمس الخاصة بالمستخدم مفصولة. أعِد وصلها: لم يضع شيء.</translation>
    </message>
    <message>
        <source>L&apos;écran tactile de l&apos;usager est revenu.</source>
        <translation>عادت شاشة اللمس الخاصة بالمستخدم.</translation>
    </message>
    <message>
        <source>La souris du médiateur est débranchée. Rebranchez-la : rien n&apos;est perdu.</source>
        <translation>فأرة الوسيط مفصولة. أعِد وصلها: لم يضع شيء.</translation>
    </message>
    <message>
        <source>La souris du médiateur est revenue.</source>
        <translation>عادت فأرة الوسيط.</translation>
    </message>
    <message>
        <source>Le clavier du médiateur est débranché. Rebranchez-le : rien n&apos;est perdu.</source>
        <translation>لوحة مفاتيح الوسيط مفصولة. أعِد وصلها: لم يضع شيء.</translation>
    </message>
    <message>
        <source>Le clavier du médiateur est revenu.</source>
        <translation>عادت لوحة مفاتيح الوسيط.</translation>
    </message>
    <message>
        <source>L&apos;écran tactile du médiateur est débranché. Rebranchez-le : rien n&apos;est perdu.</source>
        <translation>شاشة اللمس الخاصة بالوسيط مفصولة. أعِد وصلها: لم يضع شيء.</translation>
    </message>
    <message>
        <source>L&apos;écran tactile du médiateur est revenu.</source>
        <translation>عادت شاشة اللمس الخاصة بالوسيط.</translation>
    </message>
    <message>
        <source>Durée non connue</source>
        <translation>المدة غير معروفة</translation>
    </message>
    <message numerus="yes">
        <source>Environ %n minute(s)</source>
        <translation>
            <numerusform>أقل من دقيقة</numerusform>
            <numerusform>حوالي دقيقة واحدة</numerusform>
            <numerusform>حوالي دقيقتين</numerusform>
            <numerusform>حوالي %n دقائق</numerusform>
            <numerusform>حوالي %n دقيقة</numerusform>
            <numerusform>حوالي %n دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>Ce guide est en français.</source>
        <translation>هذا الدليل بالفرنسية.</translation>
    </message>
    <message>
        <source>Une partie de ce guide est en français.</source>
        <translation>جزء من هذا الدليل بالفرنسية.</translation>
    </message>
    <message numerus="yes">
        <source>%n étape(s), une par une</source>
        <translation>
            <numerusform>بدون خطوات</numerusform>
            <numerusform>خطوة واحدة</numerusform>
            <numerusform>خطوتان، واحدة بعد أخرى</numerusform>
            <numerusform>%n خطوات، واحدة بعد أخرى</numerusform>
            <numerusform>%n خطوة، واحدة بعد أخرى</numerusform>
            <numerusform>%n خطوة، واحدة بعد أخرى</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n papier(s) seront effacés</source>
        <translation>
            <numerusform>لا أوراق للمحو</numerusform>
            <numerusform>ستُمحى ورقة واحدة</numerusform>
            <numerusform>ستُمحى ورقتان</numerusform>
            <numerusform>ستُمحى %n أوراق</numerusform>
            <numerusform>ستُمحى %n ورقة</numerusform>
            <numerusform>ستُمحى %n ورقة</numerusform>
        </translation>
    </message>
    <message>
        <source>tout de suite</source>
        <translation>فورًا</translation>
    </message>
    <message numerus="yes">
        <source>%1 seconde(s)</source>
        <translation>
            <numerusform>%1 ثانية</numerusform>
            <numerusform>%1 ثانية</numerusform>
            <numerusform>%1 ثانية</numerusform>
            <numerusform>%1 ثوانٍ</numerusform>
            <numerusform>%1 ثانية</numerusform>
            <numerusform>%1 ثانية</numerusform>
        </translation>
    </message>
    <message>
        <source>%1&#xa0;h&#xa0;%2</source>
        <translation>%1:%2</translation>
    </message>
    <message>
        <source>Vous avez fait %1&#xa0;% des gestes.</source>
        <translation>قمتَ بـ%1٪ من الحركات.</translation>
    </message>
</context>
</TS>
