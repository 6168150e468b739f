import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import programmes.schema
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('programmes', '0003_agreement'),
    ]

    operations = [
        programmes.schema.CreateTables(
            operations=[migrations.CreateModel(
                name='Commitment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('reference', models.SlugField(help_text='Courte, unique et stable\u202f; imprimée dans les exports, clé des imports.', max_length=60, unique=True, verbose_name='référence')),
                    ('status', models.CharField(choices=[('draft', 'brouillon'), ('submitted', 'soumis'), ('returned', 'renvoyé'), ('published', 'publié'), ('archived', 'archivé')], default='draft', editable=False, max_length=12, verbose_name='statut')),
                    ('number', models.PositiveSmallIntegerField(verbose_name='numéro')),
                    ('wording', models.TextField(help_text='À la lettre\u00a0: c’est la promesse elle-même.', verbose_name='texte officiel')),
                    ('wording_en', models.TextField(blank=True, help_text='Traduction de courtoisie.', verbose_name='texte en anglais')),
                    ('label', models.CharField(max_length=120, verbose_name='libellé court')),
                    ('label_en', models.CharField(blank=True, max_length=120, verbose_name='libellé court en anglais')),
                    ('protocol', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='commitments', to='programmes.protocol', verbose_name='protocole')),
                ],
                options={
                    'verbose_name': 'engagement',
                    'verbose_name_plural': 'engagements',
                    'ordering': ['protocol', 'number'],
                    'constraints': [models.UniqueConstraint(fields=('protocol', 'number'), name='commitment_unique', violation_error_message='Ce numéro d’engagement existe déjà dans le protocole.')],
                },
            ), migrations.CreateModel(
                name='CommitmentContinuation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('kind', models.CharField(choices=[('renewed', 'reconduit'), ('changed', 'modifié'), ('merged', 'fusionné'), ('dropped', 'abandonné')], max_length=10, verbose_name='suite')),
                    ('predecessor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='continued_by', to='programmes.commitment', verbose_name='engagement d’origine')),
                    ('successor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='continues', to='programmes.commitment', verbose_name='engagement qui suit')),
                ],
                options={
                    'verbose_name': 'suite d’un engagement',
                    'verbose_name_plural': 'suites des engagements',
                    'ordering': ['predecessor', 'successor'],
                    'constraints': [models.UniqueConstraint(fields=('predecessor', 'successor'), name='continuation_unique', nulls_distinct=False, violation_error_message='Cette suite est déjà inscrite.'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'dropped'), ('successor__isnull', True)), models.Q(models.Q(('kind', 'dropped'), _negated=True), ('successor__isnull', False), models.Q(('successor', models.F('predecessor')), _negated=True)), _connector='OR'), name='continuation_dropped_alone', violation_error_message='Un engagement abandonné n’a pas de suite\u202f; les autres en ont une.')],
                },
            ), migrations.CreateModel(
                name='CommitmentContinuationHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('kind', models.CharField(choices=[('renewed', 'reconduit'), ('changed', 'modifié'), ('merged', 'fusionné'), ('dropped', 'abandonné')], max_length=10, verbose_name='suite')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.commitmentcontinuation')),
                    ('predecessor', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.commitment', verbose_name='engagement d’origine')),
                    ('successor', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.commitment', verbose_name='engagement qui suit')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='CommitmentHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('reference', models.SlugField(db_index=False, help_text='Courte, unique et stable\u202f; imprimée dans les exports, clé des imports.', max_length=60, verbose_name='référence')),
                    ('status', models.CharField(choices=[('draft', 'brouillon'), ('submitted', 'soumis'), ('returned', 'renvoyé'), ('published', 'publié'), ('archived', 'archivé')], default='draft', editable=False, max_length=12, verbose_name='statut')),
                    ('number', models.PositiveSmallIntegerField(verbose_name='numéro')),
                    ('wording', models.TextField(help_text='À la lettre\u00a0: c’est la promesse elle-même.', verbose_name='texte officiel')),
                    ('wording_en', models.TextField(blank=True, help_text='Traduction de courtoisie.', verbose_name='texte en anglais')),
                    ('label', models.CharField(max_length=120, verbose_name='libellé court')),
                    ('label_en', models.CharField(blank=True, max_length=120, verbose_name='libellé court en anglais')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.commitment')),
                    ('protocol', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.protocol', verbose_name='protocole')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='CommitmentOwner',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('function', models.CharField(blank=True, max_length=160, verbose_name='service ou fonction')),
                    ('commitment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='owners', to='programmes.commitment', verbose_name='engagement')),
                    ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='owned', to='programmes.party', verbose_name='partie')),
                    ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='owned', to='programmes.person', verbose_name='personne')),
                ],
                options={
                    'verbose_name': 'responsable d’un engagement',
                    'verbose_name_plural': 'responsables des engagements',
                    'ordering': ['commitment', 'party__rank'],
                    'constraints': [models.UniqueConstraint(fields=('commitment', 'party'), name='commitment_owner_unique', violation_error_message='Cette partie a déjà un responsable pour cet engagement.')],
                },
            ), migrations.CreateModel(
                name='CommitmentOwnerHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('function', models.CharField(blank=True, max_length=160, verbose_name='service ou fonction')),
                    ('commitment', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.commitment', verbose_name='engagement')),
                    ('party', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.party', verbose_name='partie')),
                    ('person', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.person', verbose_name='personne')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.commitmentowner')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='Indicator',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('reference', models.SlugField(max_length=60, unique=True, verbose_name='référence')),
                    ('rank', models.PositiveSmallIntegerField(default=1, verbose_name='rang')),
                    ('label', models.CharField(max_length=200, verbose_name='intitulé')),
                    ('label_en', models.CharField(blank=True, max_length=200, verbose_name='intitulé en anglais')),
                    ('definition', models.TextField(blank=True, verbose_name='définition')),
                    ('definition_en', models.TextField(blank=True, verbose_name='définition en anglais')),
                    ('unit', models.CharField(max_length=60, verbose_name='unité')),
                    ('unit_en', models.CharField(blank=True, max_length=60, verbose_name='unité en anglais')),
                    ('is_cumulative', models.BooleanField(default=False, help_text='La valeur d’une année comprend celles des années précédentes.', verbose_name='cumulatif')),
                    ('baseline', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='valeur de départ')),
                    ('baseline_year', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1900)], verbose_name='année de départ')),
                    ('target', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='cible')),
                    ('target_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='année de la cible')),
                    ('rule', models.CharField(blank=True, help_text='Nom d’une règle qui compte des fiches\u202f; vide\u00a0: la valeur est saisie.', max_length=60, verbose_name='règle de calcul')),
                    ('commitment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='indicators', to='programmes.commitment', verbose_name='engagement')),
                ],
                options={
                    'verbose_name': 'indicateur',
                    'verbose_name_plural': 'indicateurs',
                    'ordering': ['commitment', 'rank', 'reference'],
                },
            ), migrations.CreateModel(
                name='IndicatorHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('reference', models.SlugField(db_index=False, max_length=60, verbose_name='référence')),
                    ('rank', models.PositiveSmallIntegerField(default=1, verbose_name='rang')),
                    ('label', models.CharField(max_length=200, verbose_name='intitulé')),
                    ('label_en', models.CharField(blank=True, max_length=200, verbose_name='intitulé en anglais')),
                    ('definition', models.TextField(blank=True, verbose_name='définition')),
                    ('definition_en', models.TextField(blank=True, verbose_name='définition en anglais')),
                    ('unit', models.CharField(max_length=60, verbose_name='unité')),
                    ('unit_en', models.CharField(blank=True, max_length=60, verbose_name='unité en anglais')),
                    ('is_cumulative', models.BooleanField(default=False, help_text='La valeur d’une année comprend celles des années précédentes.', verbose_name='cumulatif')),
                    ('baseline', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='valeur de départ')),
                    ('baseline_year', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1900)], verbose_name='année de départ')),
                    ('target', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='cible')),
                    ('target_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='année de la cible')),
                    ('rule', models.CharField(blank=True, help_text='Nom d’une règle qui compte des fiches\u202f; vide\u00a0: la valeur est saisie.', max_length=60, verbose_name='règle de calcul')),
                    ('commitment', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.commitment', verbose_name='engagement')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.indicator')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='IndicatorValue',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('precision', models.CharField(choices=[('exact', 'exact'), ('at_least', 'au moins'), ('more_than', 'plus de'), ('about', 'environ'), ('between', 'entre deux valeurs')], default='exact', max_length=10, verbose_name='précision')),
                    ('as_of', models.DateField(blank=True, null=True, verbose_name='arrêté au')),
                    ('year', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1900)], verbose_name='année')),
                    ('target', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='cible')),
                    ('actual', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='réalisé')),
                    ('actual_max', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='réalisé, au plus')),
                    ('comment', models.TextField(blank=True, verbose_name='commentaire')),
                    ('comment_en', models.TextField(blank=True, verbose_name='commentaire en anglais')),
                    ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='values', to='programmes.indicator', verbose_name='indicateur')),
                ],
                options={
                    'verbose_name': 'valeur d’un indicateur',
                    'verbose_name_plural': 'valeurs des indicateurs',
                    'ordering': ['indicator', 'year'],
                    'constraints': [models.UniqueConstraint(fields=('indicator', 'year'), name='indicator_value_unique', violation_error_message='Cet indicateur a déjà une valeur pour cette année.'), models.CheckConstraint(condition=models.Q(models.Q(('precision', 'between'), _negated=True), models.Q(('actual__isnull', False), ('actual_max__gte', models.F('actual')), ('actual_max__isnull', False)), _connector='OR'), name='indicator_value_between', violation_error_message='«\u00a0Entre deux valeurs\u00a0» demande les deux, dans l’ordre.')],
                },
            ), migrations.CreateModel(
                name='IndicatorValueHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('precision', models.CharField(choices=[('exact', 'exact'), ('at_least', 'au moins'), ('more_than', 'plus de'), ('about', 'environ'), ('between', 'entre deux valeurs')], default='exact', max_length=10, verbose_name='précision')),
                    ('as_of', models.DateField(blank=True, null=True, verbose_name='arrêté au')),
                    ('year', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1900)], verbose_name='année')),
                    ('target', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='cible')),
                    ('actual', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='réalisé')),
                    ('actual_max', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='réalisé, au plus')),
                    ('comment', models.TextField(blank=True, verbose_name='commentaire')),
                    ('comment_en', models.TextField(blank=True, verbose_name='commentaire en anglais')),
                    ('indicator', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.indicator', verbose_name='indicateur')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.indicatorvalue')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='Theme',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('reference', models.SlugField(help_text='Courte, unique et stable\u202f; imprimée dans les exports, clé des imports.', max_length=60, unique=True, verbose_name='référence')),
                    ('status', models.CharField(choices=[('draft', 'brouillon'), ('submitted', 'soumis'), ('returned', 'renvoyé'), ('published', 'publié'), ('archived', 'archivé')], default='draft', editable=False, max_length=12, verbose_name='statut')),
                    ('slug', models.SlugField(help_text='Fin de l’adresse de la page publique. L’ancienne adresse redirige vers la nouvelle.', max_length=120, unique=True, verbose_name='adresse')),
                    ('number', models.PositiveSmallIntegerField(verbose_name='numéro')),
                    ('label', models.CharField(max_length=250, verbose_name='intitulé officiel')),
                    ('label_en', models.CharField(blank=True, max_length=250, verbose_name='intitulé en anglais')),
                    ('short_label', models.CharField(blank=True, max_length=60, verbose_name='intitulé court')),
                    ('short_label_en', models.CharField(blank=True, max_length=60, verbose_name='intitulé court en anglais')),
                    ('summary', models.TextField(blank=True, verbose_name='présentation')),
                    ('summary_en', models.TextField(blank=True, verbose_name='présentation en anglais')),
                    ('colour', models.PositiveSmallIntegerField(choices=[(1, '1'), (2, '2'), (3, '3'), (4, '4'), (5, '5'), (6, '6'), (7, '7'), (8, '8')], default=1, help_text='Numéro dans la palette.', verbose_name='couleur')),
                    ('continues', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='continued_by', to='programmes.theme', verbose_name='prolonge le thème')),
                    ('protocol', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='themes', to='programmes.protocol', verbose_name='protocole')),
                ],
                options={
                    'verbose_name': 'thème prioritaire',
                    'verbose_name_plural': 'thèmes prioritaires',
                    'ordering': ['protocol', 'number'],
                    'constraints': [models.UniqueConstraint(fields=('protocol', 'number'), name='theme_unique', violation_error_message='Ce numéro de thème existe déjà dans le protocole.')],
                },
            ), migrations.CreateModel(
                name='ThemeHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('reference', models.SlugField(db_index=False, help_text='Courte, unique et stable\u202f; imprimée dans les exports, clé des imports.', max_length=60, verbose_name='référence')),
                    ('status', models.CharField(choices=[('draft', 'brouillon'), ('submitted', 'soumis'), ('returned', 'renvoyé'), ('published', 'publié'), ('archived', 'archivé')], default='draft', editable=False, max_length=12, verbose_name='statut')),
                    ('slug', models.SlugField(db_index=False, help_text='Fin de l’adresse de la page publique. L’ancienne adresse redirige vers la nouvelle.', max_length=120, verbose_name='adresse')),
                    ('number', models.PositiveSmallIntegerField(verbose_name='numéro')),
                    ('label', models.CharField(max_length=250, verbose_name='intitulé officiel')),
                    ('label_en', models.CharField(blank=True, max_length=250, verbose_name='intitulé en anglais')),
                    ('short_label', models.CharField(blank=True, max_length=60, verbose_name='intitulé court')),
                    ('short_label_en', models.CharField(blank=True, max_length=60, verbose_name='intitulé court en anglais')),
                    ('summary', models.TextField(blank=True, verbose_name='présentation')),
                    ('summary_en', models.TextField(blank=True, verbose_name='présentation en anglais')),
                    ('colour', models.PositiveSmallIntegerField(choices=[(1, '1'), (2, '2'), (3, '3'), (4, '4'), (5, '5'), (6, '6'), (7, '7'), (8, '8')], default=1, help_text='Numéro dans la palette.', verbose_name='couleur')),
                    ('continues', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.theme', verbose_name='prolonge le thème')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.theme')),
                    ('protocol', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.protocol', verbose_name='protocole')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='ThemeLaboratory',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('is_confirmed', models.BooleanField(default=False, help_text='Sinon, la page dit que c’est une proposition.', verbose_name='confirmé par les partenaires')),
                    ('laboratory', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='theme_links', to='programmes.laboratory', verbose_name='laboratoire')),
                    ('theme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='laboratory_links', to='programmes.theme', verbose_name='thème')),
                ],
                options={
                    'verbose_name': 'laboratoire d’un thème',
                    'verbose_name_plural': 'laboratoires des thèmes',
                    'ordering': ['theme', 'laboratory__acronym'],
                    'constraints': [models.UniqueConstraint(fields=('theme', 'laboratory'), name='theme_laboratory_unique', violation_error_message='Ce laboratoire est déjà rattaché au thème.')],
                },
            ), migrations.CreateModel(
                name='ThemeLaboratoryHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('is_confirmed', models.BooleanField(default=False, help_text='Sinon, la page dit que c’est une proposition.', verbose_name='confirmé par les partenaires')),
                    ('laboratory', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.laboratory', verbose_name='laboratoire')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.themelaboratory')),
                    ('theme', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.theme', verbose_name='thème')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            )],
        ),
        programmes.schema.InstallTriggers(
            operations=[pgtrigger.migrations.AddTrigger(
                model_name='commitment',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_commitmenthistory" ("id", "is_demo", "label", "label_en", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_id", "reference", "source", "status", "version", "wording", "wording_en") VALUES (NEW."id", NEW."is_demo", NEW."label", NEW."label_en", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."protocol_id", NEW."reference", NEW."source", NEW."status", NEW."version", NEW."wording", NEW."wording_en"); RETURN NULL;', hash='71a6c33862262b03f2a9e200c951b7a28ec77e36', operation='INSERT', pgid='pgtrigger_insert_insert_3ba4c', table='programmes_commitment', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commitment',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_commitmenthistory" ("id", "is_demo", "label", "label_en", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_id", "reference", "source", "status", "version", "wording", "wording_en") VALUES (NEW."id", NEW."is_demo", NEW."label", NEW."label_en", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."protocol_id", NEW."reference", NEW."source", NEW."status", NEW."version", NEW."wording", NEW."wording_en"); RETURN NULL;', hash='2cdef6185f1c68c52edb057cf18bc0b312b1d8ea', operation='UPDATE', pgid='pgtrigger_update_update_ee4f1', table='programmes_commitment', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commitment',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_commitmenthistory" ("id", "is_demo", "label", "label_en", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_id", "reference", "source", "status", "version", "wording", "wording_en") VALUES (OLD."id", OLD."is_demo", OLD."label", OLD."label_en", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."protocol_id", OLD."reference", OLD."source", OLD."status", OLD."version", OLD."wording", OLD."wording_en"); RETURN NULL;', hash='478cfa2682a57d74989fb6d221e29ea7b3f97661', operation='DELETE', pgid='pgtrigger_delete_delete_8b7e9', table='programmes_commitment', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commitment',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."label" IS DISTINCT FROM (NEW."label") OR OLD."label_en" IS DISTINCT FROM (NEW."label_en") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."protocol_id" IS DISTINCT FROM (NEW."protocol_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."wording" IS DISTINCT FROM (NEW."wording") OR OLD."wording_en" IS DISTINCT FROM (NEW."wording_en"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='3f87e2d69e137dea5a8d5323c6832b0019dd3b7c', operation='UPDATE', pgid='pgtrigger_count_version_b2800', table='programmes_commitment', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commitment',
                trigger=pgtrigger.compiler.Trigger(name='status_guard', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'draft' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_initial', MESSAGE = 'Un enregistrement naît au premier statut de son circuit de validation.'; END IF;\n            ELSIF NEW.status <> OLD.status THEN\n                IF current_setting('programmes.step', true) IS DISTINCT FROM 'on' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_by_workflow', MESSAGE = 'Un statut ne change que par une étape du circuit de validation.'; END IF;\n                IF NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['draft>submitted', 'draft>published', 'submitted>published', 'submitted>returned', 'returned>submitted', 'published>archived', 'published>draft', 'archived>published']) THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_move', MESSAGE = 'Ce passage d’un statut à l’autre n’existe pas.'; END IF;\n            END IF;\n            RETURN NEW;\n        ", hash='d7e51ff10f1ad352daf049562a627bcaf78170ad', operation='INSERT OR UPDATE', pgid='pgtrigger_status_guard_ab8ce', table='programmes_commitment', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commitmentcontinuation',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_commitmentcontinuationhistory" ("id", "is_demo", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "predecessor_id", "source", "successor_id", "version") VALUES (NEW."id", NEW."is_demo", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."predecessor_id", NEW."source", NEW."successor_id", NEW."version"); RETURN NULL;', hash='b853a1b4449cc0a26f1c914d79d31d6e65e8ce06', operation='INSERT', pgid='pgtrigger_insert_insert_df29e', table='programmes_commitmentcontinuation', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commitmentcontinuation',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_commitmentcontinuationhistory" ("id", "is_demo", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "predecessor_id", "source", "successor_id", "version") VALUES (NEW."id", NEW."is_demo", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."predecessor_id", NEW."source", NEW."successor_id", NEW."version"); RETURN NULL;', hash='0a092d984e4ad598af80e3aba04dfc10d31c6dab', operation='UPDATE', pgid='pgtrigger_update_update_db300', table='programmes_commitmentcontinuation', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commitmentcontinuation',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_commitmentcontinuationhistory" ("id", "is_demo", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "predecessor_id", "source", "successor_id", "version") VALUES (OLD."id", OLD."is_demo", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."predecessor_id", OLD."source", OLD."successor_id", OLD."version"); RETURN NULL;', hash='0c42c73bcddcfd9dd6f374993df809fcae9ae97f', operation='DELETE', pgid='pgtrigger_delete_delete_f5fe2', table='programmes_commitmentcontinuation', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commitmentcontinuation',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."predecessor_id" IS DISTINCT FROM (NEW."predecessor_id") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."successor_id" IS DISTINCT FROM (NEW."successor_id"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='bf2280207615c602f84491814cf290e66b952a71', operation='UPDATE', pgid='pgtrigger_count_version_d49b2', table='programmes_commitmentcontinuation', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commitmentowner',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_commitmentownerhistory" ("commitment_id", "function", "id", "is_demo", "party_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."commitment_id", NEW."function", NEW."id", NEW."is_demo", NEW."party_id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."version"); RETURN NULL;', hash='2d3b5521eb8edceae38e6c0f8253faf468e9f8de', operation='INSERT', pgid='pgtrigger_insert_insert_d6c1f', table='programmes_commitmentowner', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commitmentowner',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_commitmentownerhistory" ("commitment_id", "function", "id", "is_demo", "party_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."commitment_id", NEW."function", NEW."id", NEW."is_demo", NEW."party_id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."version"); RETURN NULL;', hash='e8da44b9da81f532b84f9c7f57f01d7f00c0b08a', operation='UPDATE', pgid='pgtrigger_update_update_518c6', table='programmes_commitmentowner', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commitmentowner',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_commitmentownerhistory" ("commitment_id", "function", "id", "is_demo", "party_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (OLD."commitment_id", OLD."function", OLD."id", OLD."is_demo", OLD."party_id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."version"); RETURN NULL;', hash='96a9edc6029941e8494c4dbbffdf54fd741b9398', operation='DELETE', pgid='pgtrigger_delete_delete_97088', table='programmes_commitmentowner', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commitmentowner',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."commitment_id" IS DISTINCT FROM (NEW."commitment_id") OR OLD."function" IS DISTINCT FROM (NEW."function") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."party_id" IS DISTINCT FROM (NEW."party_id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='7802d92eec06dd427aed04022e2fc59001fd6aad', operation='UPDATE', pgid='pgtrigger_count_version_5fa14', table='programmes_commitmentowner', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='indicator',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_indicatorhistory" ("baseline", "baseline_year", "commitment_id", "definition", "definition_en", "id", "is_cumulative", "is_demo", "label", "label_en", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "reference", "rule", "source", "target", "target_year", "unit", "unit_en", "version") VALUES (NEW."baseline", NEW."baseline_year", NEW."commitment_id", NEW."definition", NEW."definition_en", NEW."id", NEW."is_cumulative", NEW."is_demo", NEW."label", NEW."label_en", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rank", NEW."reference", NEW."rule", NEW."source", NEW."target", NEW."target_year", NEW."unit", NEW."unit_en", NEW."version"); RETURN NULL;', hash='60588c05547d9ab516a893ad58de7e3ccc21b632', operation='INSERT', pgid='pgtrigger_insert_insert_f6c82', table='programmes_indicator', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='indicator',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_indicatorhistory" ("baseline", "baseline_year", "commitment_id", "definition", "definition_en", "id", "is_cumulative", "is_demo", "label", "label_en", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "reference", "rule", "source", "target", "target_year", "unit", "unit_en", "version") VALUES (NEW."baseline", NEW."baseline_year", NEW."commitment_id", NEW."definition", NEW."definition_en", NEW."id", NEW."is_cumulative", NEW."is_demo", NEW."label", NEW."label_en", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rank", NEW."reference", NEW."rule", NEW."source", NEW."target", NEW."target_year", NEW."unit", NEW."unit_en", NEW."version"); RETURN NULL;', hash='728706bdb33c8937359f80c9bfc8445d32f178cf', operation='UPDATE', pgid='pgtrigger_update_update_e3710', table='programmes_indicator', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='indicator',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_indicatorhistory" ("baseline", "baseline_year", "commitment_id", "definition", "definition_en", "id", "is_cumulative", "is_demo", "label", "label_en", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "reference", "rule", "source", "target", "target_year", "unit", "unit_en", "version") VALUES (OLD."baseline", OLD."baseline_year", OLD."commitment_id", OLD."definition", OLD."definition_en", OLD."id", OLD."is_cumulative", OLD."is_demo", OLD."label", OLD."label_en", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rank", OLD."reference", OLD."rule", OLD."source", OLD."target", OLD."target_year", OLD."unit", OLD."unit_en", OLD."version"); RETURN NULL;', hash='28863ea250588f617bb449bf28238f30918e75c6', operation='DELETE', pgid='pgtrigger_delete_delete_ebb59', table='programmes_indicator', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='indicator',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."baseline" IS DISTINCT FROM (NEW."baseline") OR OLD."baseline_year" IS DISTINCT FROM (NEW."baseline_year") OR OLD."commitment_id" IS DISTINCT FROM (NEW."commitment_id") OR OLD."definition" IS DISTINCT FROM (NEW."definition") OR OLD."definition_en" IS DISTINCT FROM (NEW."definition_en") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_cumulative" IS DISTINCT FROM (NEW."is_cumulative") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."label" IS DISTINCT FROM (NEW."label") OR OLD."label_en" IS DISTINCT FROM (NEW."label_en") OR OLD."rank" IS DISTINCT FROM (NEW."rank") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."rule" IS DISTINCT FROM (NEW."rule") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."target" IS DISTINCT FROM (NEW."target") OR OLD."target_year" IS DISTINCT FROM (NEW."target_year") OR OLD."unit" IS DISTINCT FROM (NEW."unit") OR OLD."unit_en" IS DISTINCT FROM (NEW."unit_en"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='cd556c8db2f8c0936788625404828f8199809d0a', operation='UPDATE', pgid='pgtrigger_count_version_b163f', table='programmes_indicator', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='indicatorvalue',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_indicatorvaluehistory" ("actual", "actual_max", "as_of", "comment", "comment_en", "id", "indicator_id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "source", "target", "version", "year") VALUES (NEW."actual", NEW."actual_max", NEW."as_of", NEW."comment", NEW."comment_en", NEW."id", NEW."indicator_id", NEW."is_demo", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."precision", NEW."source", NEW."target", NEW."version", NEW."year"); RETURN NULL;', hash='a50bf3f2d7d1663ac6ecbab58ff5429a84c96cb1', operation='INSERT', pgid='pgtrigger_insert_insert_a7371', table='programmes_indicatorvalue', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='indicatorvalue',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_indicatorvaluehistory" ("actual", "actual_max", "as_of", "comment", "comment_en", "id", "indicator_id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "source", "target", "version", "year") VALUES (NEW."actual", NEW."actual_max", NEW."as_of", NEW."comment", NEW."comment_en", NEW."id", NEW."indicator_id", NEW."is_demo", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."precision", NEW."source", NEW."target", NEW."version", NEW."year"); RETURN NULL;', hash='411617fa7fb251e043562123f7bf4a705f289181', operation='UPDATE', pgid='pgtrigger_update_update_7bb9e', table='programmes_indicatorvalue', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='indicatorvalue',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_indicatorvaluehistory" ("actual", "actual_max", "as_of", "comment", "comment_en", "id", "indicator_id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "source", "target", "version", "year") VALUES (OLD."actual", OLD."actual_max", OLD."as_of", OLD."comment", OLD."comment_en", OLD."id", OLD."indicator_id", OLD."is_demo", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."precision", OLD."source", OLD."target", OLD."version", OLD."year"); RETURN NULL;', hash='a9c54a7f5de3792ed6125573e88f8d98a861dac5', operation='DELETE', pgid='pgtrigger_delete_delete_97715', table='programmes_indicatorvalue', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='indicatorvalue',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."actual" IS DISTINCT FROM (NEW."actual") OR OLD."actual_max" IS DISTINCT FROM (NEW."actual_max") OR OLD."as_of" IS DISTINCT FROM (NEW."as_of") OR OLD."comment" IS DISTINCT FROM (NEW."comment") OR OLD."comment_en" IS DISTINCT FROM (NEW."comment_en") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."indicator_id" IS DISTINCT FROM (NEW."indicator_id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."precision" IS DISTINCT FROM (NEW."precision") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."target" IS DISTINCT FROM (NEW."target") OR OLD."year" IS DISTINCT FROM (NEW."year"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='b379990aa1894a73b01476d6bd3d033232bfbbbe', operation='UPDATE', pgid='pgtrigger_count_version_d8597', table='programmes_indicatorvalue', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='theme',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_themehistory" ("colour", "continues_id", "id", "is_demo", "label", "label_en", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_id", "reference", "short_label", "short_label_en", "slug", "source", "status", "summary", "summary_en", "version") VALUES (NEW."colour", NEW."continues_id", NEW."id", NEW."is_demo", NEW."label", NEW."label_en", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."protocol_id", NEW."reference", NEW."short_label", NEW."short_label_en", NEW."slug", NEW."source", NEW."status", NEW."summary", NEW."summary_en", NEW."version"); RETURN NULL;', hash='9d3738573ec8acf70711a33cabdc5f981688c1d1', operation='INSERT', pgid='pgtrigger_insert_insert_0b261', table='programmes_theme', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='theme',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_themehistory" ("colour", "continues_id", "id", "is_demo", "label", "label_en", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_id", "reference", "short_label", "short_label_en", "slug", "source", "status", "summary", "summary_en", "version") VALUES (NEW."colour", NEW."continues_id", NEW."id", NEW."is_demo", NEW."label", NEW."label_en", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."protocol_id", NEW."reference", NEW."short_label", NEW."short_label_en", NEW."slug", NEW."source", NEW."status", NEW."summary", NEW."summary_en", NEW."version"); RETURN NULL;', hash='b2fa7eff8b19cee21decd78d01c01d5f3027d91a', operation='UPDATE', pgid='pgtrigger_update_update_ffff4', table='programmes_theme', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='theme',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_themehistory" ("colour", "continues_id", "id", "is_demo", "label", "label_en", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_id", "reference", "short_label", "short_label_en", "slug", "source", "status", "summary", "summary_en", "version") VALUES (OLD."colour", OLD."continues_id", OLD."id", OLD."is_demo", OLD."label", OLD."label_en", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."protocol_id", OLD."reference", OLD."short_label", OLD."short_label_en", OLD."slug", OLD."source", OLD."status", OLD."summary", OLD."summary_en", OLD."version"); RETURN NULL;', hash='a0f0ab6c1151f8e91225d37b475b8364f86d81ce', operation='DELETE', pgid='pgtrigger_delete_delete_f6eae', table='programmes_theme', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='theme',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."colour" IS DISTINCT FROM (NEW."colour") OR OLD."continues_id" IS DISTINCT FROM (NEW."continues_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."label" IS DISTINCT FROM (NEW."label") OR OLD."label_en" IS DISTINCT FROM (NEW."label_en") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."protocol_id" IS DISTINCT FROM (NEW."protocol_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."short_label" IS DISTINCT FROM (NEW."short_label") OR OLD."short_label_en" IS DISTINCT FROM (NEW."short_label_en") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."summary_en" IS DISTINCT FROM (NEW."summary_en"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='24e45c1a5288f0082be4d6939d11752d7decdd1f', operation='UPDATE', pgid='pgtrigger_count_version_5d8d9', table='programmes_theme', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='theme',
                trigger=pgtrigger.compiler.Trigger(name='status_guard', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'draft' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_initial', MESSAGE = 'Un enregistrement naît au premier statut de son circuit de validation.'; END IF;\n            ELSIF NEW.status <> OLD.status THEN\n                IF current_setting('programmes.step', true) IS DISTINCT FROM 'on' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_by_workflow', MESSAGE = 'Un statut ne change que par une étape du circuit de validation.'; END IF;\n                IF NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['draft>submitted', 'draft>published', 'submitted>published', 'submitted>returned', 'returned>submitted', 'published>archived', 'published>draft', 'archived>published']) THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_move', MESSAGE = 'Ce passage d’un statut à l’autre n’existe pas.'; END IF;\n            END IF;\n            RETURN NEW;\n        ", hash='3a51c461971f9e92b72d41dca5a38575a46eaebb', operation='INSERT OR UPDATE', pgid='pgtrigger_status_guard_ce9a3', table='programmes_theme', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='theme',
                trigger=pgtrigger.compiler.Trigger(name='former_address', sql=pgtrigger.compiler.UpsertTriggerSql(condition="WHEN (OLD.slug IS DISTINCT FROM NEW.slug AND OLD.status = 'published')", func="\n            INSERT INTO programmes_formerslug (content_type_id, object_id, slug, is_demo)\n            SELECT id, NEW.id, OLD.slug, NEW.is_demo FROM django_content_type\n            WHERE app_label = 'programmes' AND model = 'theme'\n            ON CONFLICT (content_type_id, slug) DO UPDATE SET object_id = EXCLUDED.object_id;\n            RETURN NEW;\n        ", hash='010a7160f64ff39079963ff5594d4a3bfe7fa059', operation='UPDATE', pgid='pgtrigger_former_address_9bb38', table='programmes_theme', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='themelaboratory',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_themelaboratoryhistory" ("id", "is_confirmed", "is_demo", "laboratory_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "theme_id", "version") VALUES (NEW."id", NEW."is_confirmed", NEW."is_demo", NEW."laboratory_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source", NEW."theme_id", NEW."version"); RETURN NULL;', hash='b4b99fe5a19c6f4f1f22592ef768e65c0e81fddd', operation='INSERT', pgid='pgtrigger_insert_insert_1b6b7', table='programmes_themelaboratory', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='themelaboratory',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_themelaboratoryhistory" ("id", "is_confirmed", "is_demo", "laboratory_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "theme_id", "version") VALUES (NEW."id", NEW."is_confirmed", NEW."is_demo", NEW."laboratory_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source", NEW."theme_id", NEW."version"); RETURN NULL;', hash='bede5a6873508fc640e5ef03cf77f738c3d0100a', operation='UPDATE', pgid='pgtrigger_update_update_aa7aa', table='programmes_themelaboratory', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='themelaboratory',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_themelaboratoryhistory" ("id", "is_confirmed", "is_demo", "laboratory_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "theme_id", "version") VALUES (OLD."id", OLD."is_confirmed", OLD."is_demo", OLD."laboratory_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source", OLD."theme_id", OLD."version"); RETURN NULL;', hash='3276355b147bf91f23919cb721726529a425d5c3', operation='DELETE', pgid='pgtrigger_delete_delete_543b9', table='programmes_themelaboratory', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='themelaboratory',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_confirmed" IS DISTINCT FROM (NEW."is_confirmed") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."laboratory_id" IS DISTINCT FROM (NEW."laboratory_id") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."theme_id" IS DISTINCT FROM (NEW."theme_id"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='cc41faa5c8d108eb51dd4e6a65e9475813134883', operation='UPDATE', pgid='pgtrigger_count_version_7a710', table='programmes_themelaboratory', when='BEFORE')),
            )],
        ),
    ]
