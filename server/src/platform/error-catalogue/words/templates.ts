import type { TEMPLATE_ERRORS } from '../templates.ts';
import type { Translations } from '../entry.ts';

export const TEMPLATE_WORDS: Translations<keyof typeof TEMPLATE_ERRORS> = {
  de: {
    template_changed: 'Jemand hat diese Vorlage inzwischen gespeichert. Ihr Text ist noch nicht gespeichert.',
    template_archived: 'Diese Vorlage ist archiviert. Stellen Sie sie zuerst in einer Kategorie wieder her.',
    template_not_archived: 'Diese Vorlage ist nicht mehr archiviert.',
    template_not_yours:
      'Diese Vorlage kann nur ihr Besitzer ändern, oder ein Admin, wenn sie freigegeben ist. Klonen Sie sie, um eine eigene zu haben.',
    template_limit_reached: 'Ihre Organisation hat 10.000 Vorlagen. Mehr sind nicht möglich. Löschen Sie zuerst einige.',
    template_sharing_restricted: 'In dieser Kategorie können nur Admins Vorlagen freigeben, bis ein Admin es Ihrem Team erlaubt.',
    category_name_taken: 'Es gibt schon eine Kategorie mit diesem Namen. Wählen Sie einen anderen Namen.',
    category_not_yours: 'Diese Kategorie kann nur ändern, wer sie angelegt hat, oder ein Admin.',
    category_in_use: 'Diese Kategorie enthält Vorlagen, vielleicht auch private von Kollegen. Löschen können Sie sie, wenn sie leer ist.',
    category_limit_reached: 'Ihre Organisation hat 500 Kategorien. Mehr sind nicht möglich. Löschen Sie zuerst eine.',
  },
  es: {
    template_changed: 'Alguien ha guardado esta plantilla entretanto. Su texto aún no está guardado.',
    template_archived: 'Esta plantilla está archivada. Restáurela primero en una categoría.',
    template_not_archived: 'Esta plantilla ya no está archivada.',
    template_not_yours:
      'Solo su propietario puede cambiar esta plantilla, o un administrador si está compartida. Clónela para tener una propia.',
    template_limit_reached: 'Su organización tiene 10.000 plantillas, el máximo posible. Elimine primero algunas.',
    template_sharing_restricted: 'Solo los administradores pueden compartir en esta categoría, hasta que uno se lo permita a su equipo.',
    category_name_taken: 'Ya existe una categoría con este nombre. Elija otro nombre.',
    category_not_yours: 'Solo quien creó esta categoría puede cambiarla, o un administrador.',
    category_in_use: 'Esta categoría tiene plantillas, quizá privadas de colegas. Se puede eliminar cuando esté vacía.',
    category_limit_reached: 'Su organización tiene 500 categorías, el máximo posible. Elimine primero una.',
  },
  fr: {
    template_changed: 'Quelqu’un a enregistré ce modèle entre-temps. Votre texte n’est pas encore enregistré.',
    template_archived: 'Ce modèle est archivé. Restaurez-le d’abord dans une catégorie.',
    template_not_archived: 'Ce modèle n’est plus archivé.',
    template_not_yours:
      'Seul son propriétaire peut modifier ce modèle, ou un administrateur s’il est partagé. Clonez-le pour avoir le vôtre.',
    template_limit_reached: 'Votre organisation a 10 000 modèles, le maximum possible. Supprimez-en d’abord.',
    template_sharing_restricted:
      'Seuls les administrateurs peuvent partager dans cette catégorie, jusqu’à ce que l’un d’eux le permette à votre équipe.',
    category_name_taken: 'Une catégorie porte déjà ce nom. Choisissez un autre nom.',
    category_not_yours: 'Seule la personne qui a créé cette catégorie peut la modifier, ou un administrateur.',
    category_in_use: 'Cette catégorie contient des modèles, peut-être privés, de collègues. Vide, elle pourra être supprimée.',
    category_limit_reached: 'Votre organisation a 500 catégories, le maximum possible. Supprimez-en d’abord une.',
  },
  ja: {
    template_changed: '別のユーザーがこのテンプレートを先に保存しました。あなたの変更はまだ保存されていません。',
    template_archived: 'このテンプレートはアーカイブされています。先にカテゴリに復元してください。',
    template_not_archived: 'このテンプレートはもうアーカイブされていません。',
    template_not_yours:
      'このテンプレートを変更できるのは所有者だけです。共有されている場合は管理者も変更できます。自分用にはコピーしてください。',
    template_limit_reached: '組織のテンプレートは上限の 10,000 に達しています。先にいくつか削除してください。',
    template_sharing_restricted: '管理者がチームに許可するまで、このカテゴリで共有できるのは管理者だけです。',
    category_name_taken: 'この名前のカテゴリはすでに存在します。別の名前を選択してください。',
    category_not_yours: 'このカテゴリを変更できるのは、作成者または管理者だけです。',
    category_in_use: 'このカテゴリにはテンプレートがあります。同僚の非公開のものかもしれません。空になると削除できます。',
    category_limit_reached: '組織のカテゴリは上限の 500 に達しています。先に 1 つ削除してください。',
  },
  'pt-BR': {
    template_changed: 'Alguém salvou este modelo nesse meio-tempo. Seu texto ainda não foi salvo.',
    template_archived: 'Este modelo está arquivado. Restaure-o primeiro em uma categoria.',
    template_not_archived: 'Este modelo não está mais arquivado.',
    template_not_yours:
      'Só o proprietário pode alterar este modelo, ou um administrador se ele estiver compartilhado. Clone-o para ter o seu.',
    template_limit_reached: 'Sua organização tem 10.000 modelos, o máximo possível. Exclua alguns primeiro.',
    template_sharing_restricted:
      'Só administradores podem compartilhar nesta categoria, até que um administrador permita isso à sua equipe.',
    category_name_taken: 'Já existe uma categoria com este nome. Escolha outro nome.',
    category_not_yours: 'Só quem criou esta categoria pode alterá-la, ou um administrador.',
    category_in_use: 'Esta categoria tem modelos, talvez privados de colegas. Ela pode ser excluída quando estiver vazia.',
    category_limit_reached: 'Sua organização tem 500 categorias, o máximo possível. Exclua uma primeiro.',
  },
};
