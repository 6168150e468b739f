import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import programmes.schema
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('programmes', '0005_visas_missing'),
    ]

    operations = [
        programmes.schema.CreateTables(
            operations=[migrations.CreateModel(
                name='CommitmentEvidence',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('text', models.TextField(blank=True, verbose_name='en quoi c’est un élément probant')),
                    ('text_en', models.TextField(blank=True, verbose_name='en anglais')),
                    ('rank', models.PositiveSmallIntegerField(default=1, verbose_name='rang')),
                    ('title', models.CharField(max_length=200, verbose_name='intitulé')),
                    ('title_en', models.CharField(blank=True, max_length=200, verbose_name='intitulé en anglais')),
                    ('url', models.URLField(blank=True, verbose_name='adresse')),
                    ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(app_label)s_%(class)ss', to='programmes.commitmentsheet', verbose_name='fiche')),
                ],
                options={
                    'verbose_name': 'élément probant',
                    'verbose_name_plural': 'éléments probants',
                    'ordering': ['sheet', 'rank'],
                    'abstract': False,
                    'constraints': [models.UniqueConstraint(fields=('sheet', 'title'), name='evidence_unique', violation_error_message='Cet élément est déjà inscrit.')],
                },
            ), migrations.CreateModel(
                name='Campaign',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('kind', models.CharField(choices=[('yearly', 'annuelle'), ('mid_term', 'bilan à mi-parcours'), ('final', 'bilan final'), ('follow_up', 'suivi après le terme')], default='yearly', max_length=10, verbose_name='nature')),
                    ('year', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1900)], verbose_name='année')),
                    ('starts_on', models.DateField(verbose_name='début de la période')),
                    ('ends_on', models.DateField(verbose_name='fin de la période')),
                    ('money_as_of', models.DateField(verbose_name='montants arrêtés au')),
                    ('opens_on', models.DateField(blank=True, null=True, verbose_name='ouverture')),
                    ('contributors_due_on', models.DateField(blank=True, null=True, verbose_name='échéance des contributeurs')),
                    ('closes_on', models.DateField(blank=True, null=True, verbose_name='clôture')),
                    ('status', models.CharField(choices=[('planned', 'prévue'), ('open', 'ouverte'), ('closed', 'close')], default='planned', editable=False, max_length=12, verbose_name='statut')),
                    ('protocol', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='campaigns', to='programmes.protocol', verbose_name='protocole')),
                ],
                options={
                    'verbose_name': 'campagne',
                    'verbose_name_plural': 'campagnes',
                    'ordering': ['-year', 'kind'],
                    'constraints': [models.UniqueConstraint(fields=('protocol', 'kind', 'year'), name='campaign_unique', violation_error_message='Cette campagne existe déjà.'), models.CheckConstraint(condition=models.Q(('starts_on__isnull', True), ('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='campaign_period', violation_error_message='La période finit après avoir commencé.'), models.CheckConstraint(condition=models.Q(('opens_on__isnull', True), ('contributors_due_on__isnull', True), ('contributors_due_on__gte', models.F('opens_on')), _connector='OR'), name='campaign_open_due', violation_error_message='L’échéance suit l’ouverture.'), models.CheckConstraint(condition=models.Q(('contributors_due_on__isnull', True), ('closes_on__isnull', True), ('closes_on__gte', models.F('contributors_due_on')), _connector='OR'), name='campaign_due_close', violation_error_message='La clôture suit l’échéance.')],
                },
            ), migrations.CreateModel(
                name='CampaignDeadline',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('due_on', models.DateField(verbose_name='échéance')),
                    ('campaign', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='deadlines', to='programmes.campaign', verbose_name='campagne')),
                    ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deadlines', to='programmes.party', verbose_name='partie')),
                ],
                options={
                    'verbose_name': 'échéance d’une partie',
                    'verbose_name_plural': 'échéances des parties',
                    'ordering': ['campaign', 'due_on'],
                    'constraints': [models.UniqueConstraint(fields=('campaign', 'party'), name='deadline_unique', violation_error_message='Cette partie a déjà une échéance.')],
                },
            ), migrations.CreateModel(
                name='CampaignDeadlineHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('due_on', models.DateField(verbose_name='échéance')),
                    ('campaign', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.campaign', verbose_name='campagne')),
                    ('party', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.party', verbose_name='partie')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.campaigndeadline')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='CampaignHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('kind', models.CharField(choices=[('yearly', 'annuelle'), ('mid_term', 'bilan à mi-parcours'), ('final', 'bilan final'), ('follow_up', 'suivi après le terme')], default='yearly', max_length=10, verbose_name='nature')),
                    ('year', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1900)], verbose_name='année')),
                    ('starts_on', models.DateField(verbose_name='début de la période')),
                    ('ends_on', models.DateField(verbose_name='fin de la période')),
                    ('money_as_of', models.DateField(verbose_name='montants arrêtés au')),
                    ('opens_on', models.DateField(blank=True, null=True, verbose_name='ouverture')),
                    ('contributors_due_on', models.DateField(blank=True, null=True, verbose_name='échéance des contributeurs')),
                    ('closes_on', models.DateField(blank=True, null=True, verbose_name='clôture')),
                    ('status', models.CharField(choices=[('planned', 'prévue'), ('open', 'ouverte'), ('closed', 'close')], default='planned', editable=False, max_length=12, verbose_name='statut')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.campaign')),
                    ('protocol', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.protocol', verbose_name='protocole')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='CommitmentAssessment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('level', models.CharField(choices=[('not_started', 'non engagé'), ('on_track', 'en bonne voie'), ('to_strengthen', 'à renforcer'), ('reached', 'atteint'), ('dropped', 'abandonné'), ('not_known', 'non renseigné'), ('kept', 'tenu'), ('partly_kept', 'partiellement tenu'), ('not_kept', 'non tenu'), ('no_judgement', 'ne peut être apprécié')], max_length=14, verbose_name='niveau')),
                    ('text', models.TextField(blank=True, verbose_name='appréciation')),
                    ('text_en', models.TextField(blank=True, verbose_name='appréciation en anglais')),
                    ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assessments', to='programmes.party', verbose_name='partie')),
                    ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='assessments', to='programmes.commitmentsheet', verbose_name='fiche')),
                ],
                options={
                    'verbose_name': 'appréciation d’une partie',
                    'verbose_name_plural': 'appréciations des parties',
                    'ordering': ['sheet', 'party__rank'],
                    'constraints': [models.UniqueConstraint(fields=('sheet', 'party'), name='assessment_unique', violation_error_message='Cette partie a déjà donné son appréciation.')],
                },
            ), migrations.CreateModel(
                name='CommitmentSheet',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('status', models.CharField(choices=[('to_fill', 'à remplir'), ('submitted', 'soumise'), ('returned', 'renvoyée'), ('approved', 'visée'), ('not_applicable', 'sans objet'), ('not_handed_in', 'non remise')], default='to_fill', editable=False, max_length=14, verbose_name='statut')),
                    ('nothing_new', models.BooleanField(default=False, verbose_name='rien de nouveau depuis l’an dernier')),
                    ('progress', models.TextField(blank=True, help_text='Public\u00a0: imprimé dans le rapport.', verbose_name='ce qui a été fait')),
                    ('progress_en', models.TextField(blank=True, verbose_name='ce qui a été fait, en anglais')),
                    ('next_steps', models.TextField(blank=True, help_text='Public\u00a0: imprimé dans le rapport.', verbose_name='ce qui est prévu')),
                    ('next_steps_en', models.TextField(blank=True, verbose_name='ce qui est prévu, en anglais')),
                    ('difficulties', models.TextField(blank=True, help_text='Entre partenaires\u00a0: n’est jamais publié.', verbose_name='difficultés')),
                    ('channel', models.CharField(choices=[('direct', 'saisie directe'), ('mail', 'courriel'), ('telephone', 'téléphone'), ('file', 'fichier')], default='direct', max_length=10, verbose_name='reçue par')),
                    ('submitted_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='soumise le')),
                    ('behalf_of', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.person', verbose_name='remplie pour')),
                    ('campaign', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='programmes.campaign', verbose_name='campagne')),
                    ('commitment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sheets', to='programmes.commitment', verbose_name='engagement')),
                    ('submitted_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='soumise par')),
                ],
                options={
                    'verbose_name': 'fiche annuelle d’un engagement',
                    'verbose_name_plural': 'fiches annuelles des engagements',
                    'ordering': ['-campaign__year', 'pk'],
                    'abstract': False,
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('submitted_at__isnull', False), ('submitted_by__isnull', False)), models.Q(('submitted_at__isnull', True), ('submitted_by__isnull', True)), _connector='OR'), name='commitmentsheet_submission', violation_error_message='Une soumission a une date et un auteur.'), models.CheckConstraint(condition=models.Q(models.Q(('status__in', ['submitted', 'approved']), _negated=True), ('nothing_new', True), models.Q(('progress', ''), _negated=True), _connector='OR'), name='commitmentsheet_complete', violation_error_message='Une fiche soumise dit ce qui a été fait, ou «\u00a0rien de nouveau\u00a0».'), models.UniqueConstraint(fields=('campaign', 'commitment'), name='commitment_sheet_unique', violation_error_message='Cet engagement a déjà une fiche dans la campagne.')],
                },
            ), migrations.CreateModel(
                name='CommitmentEvidenceHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('text', models.TextField(blank=True, verbose_name='en quoi c’est un élément probant')),
                    ('text_en', models.TextField(blank=True, verbose_name='en anglais')),
                    ('rank', models.PositiveSmallIntegerField(default=1, verbose_name='rang')),
                    ('title', models.CharField(max_length=200, verbose_name='intitulé')),
                    ('title_en', models.CharField(blank=True, max_length=200, verbose_name='intitulé en anglais')),
                    ('url', models.URLField(blank=True, verbose_name='adresse')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.commitmentevidence')),
                    ('sheet', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.commitmentsheet', verbose_name='fiche')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='CommitmentAssessmentHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('level', models.CharField(choices=[('not_started', 'non engagé'), ('on_track', 'en bonne voie'), ('to_strengthen', 'à renforcer'), ('reached', 'atteint'), ('dropped', 'abandonné'), ('not_known', 'non renseigné'), ('kept', 'tenu'), ('partly_kept', 'partiellement tenu'), ('not_kept', 'non tenu'), ('no_judgement', 'ne peut être apprécié')], max_length=14, verbose_name='niveau')),
                    ('text', models.TextField(blank=True, verbose_name='appréciation')),
                    ('text_en', models.TextField(blank=True, verbose_name='appréciation en anglais')),
                    ('party', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.party', verbose_name='partie')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.commitmentassessment')),
                    ('sheet', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.commitmentsheet', verbose_name='fiche')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='CommitmentSheetHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('status', models.CharField(choices=[('to_fill', 'à remplir'), ('submitted', 'soumise'), ('returned', 'renvoyée'), ('approved', 'visée'), ('not_applicable', 'sans objet'), ('not_handed_in', 'non remise')], default='to_fill', editable=False, max_length=14, verbose_name='statut')),
                    ('nothing_new', models.BooleanField(default=False, verbose_name='rien de nouveau depuis l’an dernier')),
                    ('progress', models.TextField(blank=True, help_text='Public\u00a0: imprimé dans le rapport.', verbose_name='ce qui a été fait')),
                    ('progress_en', models.TextField(blank=True, verbose_name='ce qui a été fait, en anglais')),
                    ('next_steps', models.TextField(blank=True, help_text='Public\u00a0: imprimé dans le rapport.', verbose_name='ce qui est prévu')),
                    ('next_steps_en', models.TextField(blank=True, verbose_name='ce qui est prévu, en anglais')),
                    ('difficulties', models.TextField(blank=True, help_text='Entre partenaires\u00a0: n’est jamais publié.', verbose_name='difficultés')),
                    ('channel', models.CharField(choices=[('direct', 'saisie directe'), ('mail', 'courriel'), ('telephone', 'téléphone'), ('file', 'fichier')], default='direct', max_length=10, verbose_name='reçue par')),
                    ('submitted_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='soumise le')),
                    ('behalf_of', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.person', verbose_name='remplie pour')),
                    ('campaign', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.campaign', verbose_name='campagne')),
                    ('commitment', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.commitment', verbose_name='engagement')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.commitmentsheet')),
                    ('submitted_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='soumise par')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='ResponseLink',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('email', models.EmailField(max_length=254, verbose_name='envoyé à')),
                    ('token_hash', models.CharField(editable=False, max_length=64, unique=True, verbose_name='empreinte')),
                    ('sent_on', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='envoyé le')),
                    ('revoked_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='révoqué le')),
                    ('campaign', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='response_links', to='programmes.campaign', verbose_name='campagne')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='response_links', to='programmes.person', verbose_name='répondant')),
                    ('revoked_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='révoqué par')),
                ],
                options={
                    'verbose_name': 'lien de réponse',
                    'verbose_name_plural': 'liens de réponse',
                    'ordering': ['campaign', 'person'],
                    'constraints': [models.UniqueConstraint(fields=('campaign', 'person'), name='response_link_unique', violation_error_message='Cette personne a déjà un lien pour la campagne.'), models.CheckConstraint(condition=models.Q(models.Q(('revoked_at__isnull', False), ('revoked_by__isnull', False)), models.Q(('revoked_at__isnull', True), ('revoked_by__isnull', True)), _connector='OR'), name='response_link_revoked', violation_error_message='Une révocation a une date et un auteur.')],
                },
            ), migrations.CreateModel(
                name='ResponseLinkHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('email', models.EmailField(max_length=254, verbose_name='envoyé à')),
                    ('token_hash', models.CharField(editable=False, max_length=64, verbose_name='empreinte')),
                    ('sent_on', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='envoyé le')),
                    ('revoked_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='révoqué le')),
                    ('campaign', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.campaign', verbose_name='campagne')),
                    ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.person', verbose_name='répondant')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.responselink')),
                    ('revoked_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='révoqué par')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            )],
        ),
        programmes.schema.InstallTriggers(
            operations=[pgtrigger.migrations.AddTrigger(
                model_name='campaign',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_campaignhistory" ("closes_on", "contributors_due_on", "ends_on", "id", "is_demo", "kind", "money_as_of", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_id", "starts_on", "status", "version", "year") VALUES (NEW."closes_on", NEW."contributors_due_on", NEW."ends_on", NEW."id", NEW."is_demo", NEW."kind", NEW."money_as_of", NEW."opens_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."protocol_id", NEW."starts_on", NEW."status", NEW."version", NEW."year"); RETURN NULL;', hash='edbeee20dae9cdd24aaec8bc95f1b8e41421199a', operation='INSERT', pgid='pgtrigger_insert_insert_b23e3', table='programmes_campaign', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='campaign',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_campaignhistory" ("closes_on", "contributors_due_on", "ends_on", "id", "is_demo", "kind", "money_as_of", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_id", "starts_on", "status", "version", "year") VALUES (NEW."closes_on", NEW."contributors_due_on", NEW."ends_on", NEW."id", NEW."is_demo", NEW."kind", NEW."money_as_of", NEW."opens_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."protocol_id", NEW."starts_on", NEW."status", NEW."version", NEW."year"); RETURN NULL;', hash='46872cbffc35aeeb56c18b4e673dc1b5ed34cc6f', operation='UPDATE', pgid='pgtrigger_update_update_8723e', table='programmes_campaign', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='campaign',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_campaignhistory" ("closes_on", "contributors_due_on", "ends_on", "id", "is_demo", "kind", "money_as_of", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_id", "starts_on", "status", "version", "year") VALUES (OLD."closes_on", OLD."contributors_due_on", OLD."ends_on", OLD."id", OLD."is_demo", OLD."kind", OLD."money_as_of", OLD."opens_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."protocol_id", OLD."starts_on", OLD."status", OLD."version", OLD."year"); RETURN NULL;', hash='87540e4ace55990cae65473579bc3c164006ef15', operation='DELETE', pgid='pgtrigger_delete_delete_2b8db', table='programmes_campaign', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='campaign',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."closes_on" IS DISTINCT FROM (NEW."closes_on") OR OLD."contributors_due_on" IS DISTINCT FROM (NEW."contributors_due_on") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."money_as_of" IS DISTINCT FROM (NEW."money_as_of") OR OLD."opens_on" IS DISTINCT FROM (NEW."opens_on") OR OLD."protocol_id" IS DISTINCT FROM (NEW."protocol_id") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."year" IS DISTINCT FROM (NEW."year"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='2351f91b5490ed1b561565511473f2db38899fbf', operation='UPDATE', pgid='pgtrigger_count_version_a0fc4', table='programmes_campaign', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='campaign',
                trigger=pgtrigger.compiler.Trigger(name='status_guard', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'planned' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_initial', MESSAGE = 'Un enregistrement naît au premier statut de son circuit de validation.'; END IF;\n            ELSIF NEW.status <> OLD.status THEN\n                IF current_setting('programmes.step', true) IS DISTINCT FROM 'on' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_by_workflow', MESSAGE = 'Un statut ne change que par une étape du circuit de validation.'; END IF;\n                IF NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['planned>open', 'open>closed']) THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_move', MESSAGE = 'Ce passage d’un statut à l’autre n’existe pas.'; END IF;\n            END IF;\n            RETURN NEW;\n        ", hash='03eec3d6890840a1f204d3ffffd751b13aecea4d', operation='INSERT OR UPDATE', pgid='pgtrigger_status_guard_9959a', table='programmes_campaign', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='campaigndeadline',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_campaigndeadlinehistory" ("campaign_id", "due_on", "id", "is_demo", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."campaign_id", NEW."due_on", NEW."id", NEW."is_demo", NEW."party_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."version"); RETURN NULL;', hash='122bf1c784f62f5670bc02d7edfe8a817502538c', operation='INSERT', pgid='pgtrigger_insert_insert_39083', table='programmes_campaigndeadline', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='campaigndeadline',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_campaigndeadlinehistory" ("campaign_id", "due_on", "id", "is_demo", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."campaign_id", NEW."due_on", NEW."id", NEW."is_demo", NEW."party_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."version"); RETURN NULL;', hash='ac4e2008f20f75a1e6e41c5cee7263af182f1e1c', operation='UPDATE', pgid='pgtrigger_update_update_399df', table='programmes_campaigndeadline', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='campaigndeadline',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_campaigndeadlinehistory" ("campaign_id", "due_on", "id", "is_demo", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (OLD."campaign_id", OLD."due_on", OLD."id", OLD."is_demo", OLD."party_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."version"); RETURN NULL;', hash='dad4769eaae2ba4b4a2584408c45d44cd788a7f9', operation='DELETE', pgid='pgtrigger_delete_delete_aa06f', table='programmes_campaigndeadline', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='campaigndeadline',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."campaign_id" IS DISTINCT FROM (NEW."campaign_id") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."party_id" IS DISTINCT FROM (NEW."party_id"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='c855600866f7d6ab70592b022c45e600596463d7', operation='UPDATE', pgid='pgtrigger_count_version_cb108', table='programmes_campaigndeadline', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commitmentsheet',
                trigger=pgtrigger.compiler.Trigger(name='every_visa', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE missing text;', func="\n            missing := visas_missing(TG_TABLE_NAME::text, NEW.id);\n            IF missing IS NOT NULL THEN\n                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'every_visa',\n                    MESSAGE = 'Il manque le visa de : ' || missing || '.';\n            END IF;\n            RETURN NULL;\n        ", hash='51480470bf86c3bdbb3c08a132e72bce5fdcb416', operation='INSERT OR UPDATE', pgid='pgtrigger_every_visa_60c16', table='programmes_commitmentsheet', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commitmentsheet',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_commitmentsheethistory" ("behalf_of_id", "campaign_id", "channel", "commitment_id", "difficulties", "id", "is_demo", "next_steps", "next_steps_en", "nothing_new", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "progress_en", "status", "submitted_at", "submitted_by_id", "version") VALUES (NEW."behalf_of_id", NEW."campaign_id", NEW."channel", NEW."commitment_id", NEW."difficulties", NEW."id", NEW."is_demo", NEW."next_steps", NEW."next_steps_en", NEW."nothing_new", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."progress", NEW."progress_en", NEW."status", NEW."submitted_at", NEW."submitted_by_id", NEW."version"); RETURN NULL;', hash='b79cd28cf63ce8810d0e7c47fb7930871127f365', operation='INSERT', pgid='pgtrigger_insert_insert_35517', table='programmes_commitmentsheet', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commitmentsheet',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_commitmentsheethistory" ("behalf_of_id", "campaign_id", "channel", "commitment_id", "difficulties", "id", "is_demo", "next_steps", "next_steps_en", "nothing_new", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "progress_en", "status", "submitted_at", "submitted_by_id", "version") VALUES (NEW."behalf_of_id", NEW."campaign_id", NEW."channel", NEW."commitment_id", NEW."difficulties", NEW."id", NEW."is_demo", NEW."next_steps", NEW."next_steps_en", NEW."nothing_new", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."progress", NEW."progress_en", NEW."status", NEW."submitted_at", NEW."submitted_by_id", NEW."version"); RETURN NULL;', hash='7cdd293c6d028b97baee0a12ee57a63dd25bee5d', operation='UPDATE', pgid='pgtrigger_update_update_fd6b4', table='programmes_commitmentsheet', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commitmentsheet',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_commitmentsheethistory" ("behalf_of_id", "campaign_id", "channel", "commitment_id", "difficulties", "id", "is_demo", "next_steps", "next_steps_en", "nothing_new", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "progress_en", "status", "submitted_at", "submitted_by_id", "version") VALUES (OLD."behalf_of_id", OLD."campaign_id", OLD."channel", OLD."commitment_id", OLD."difficulties", OLD."id", OLD."is_demo", OLD."next_steps", OLD."next_steps_en", OLD."nothing_new", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."progress", OLD."progress_en", OLD."status", OLD."submitted_at", OLD."submitted_by_id", OLD."version"); RETURN NULL;', hash='dcdcf5fe50500e9e40773fa31adf3012cb1c9c17', operation='DELETE', pgid='pgtrigger_delete_delete_ef824', table='programmes_commitmentsheet', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commitmentsheet',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."behalf_of_id" IS DISTINCT FROM (NEW."behalf_of_id") OR OLD."campaign_id" IS DISTINCT FROM (NEW."campaign_id") OR OLD."channel" IS DISTINCT FROM (NEW."channel") OR OLD."commitment_id" IS DISTINCT FROM (NEW."commitment_id") OR OLD."difficulties" IS DISTINCT FROM (NEW."difficulties") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."next_steps" IS DISTINCT FROM (NEW."next_steps") OR OLD."next_steps_en" IS DISTINCT FROM (NEW."next_steps_en") OR OLD."nothing_new" IS DISTINCT FROM (NEW."nothing_new") OR OLD."progress" IS DISTINCT FROM (NEW."progress") OR OLD."progress_en" IS DISTINCT FROM (NEW."progress_en") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."submitted_at" IS DISTINCT FROM (NEW."submitted_at") OR OLD."submitted_by_id" IS DISTINCT FROM (NEW."submitted_by_id"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='933328acd349b9436a5aa0f8bd0762f08ec7b96b', operation='UPDATE', pgid='pgtrigger_count_version_bf395', table='programmes_commitmentsheet', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commitmentsheet',
                trigger=pgtrigger.compiler.Trigger(name='status_guard', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'to_fill' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_initial', MESSAGE = 'Un enregistrement naît au premier statut de son circuit de validation.'; END IF;\n            ELSIF NEW.status <> OLD.status THEN\n                IF current_setting('programmes.step', true) IS DISTINCT FROM 'on' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_by_workflow', MESSAGE = 'Un statut ne change que par une étape du circuit de validation.'; END IF;\n                IF NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['to_fill>submitted', 'to_fill>not_applicable', 'to_fill>not_handed_in', 'submitted>approved', 'submitted>returned', 'submitted>not_applicable', 'submitted>not_handed_in', 'returned>submitted', 'returned>not_applicable', 'returned>not_handed_in', 'approved>returned', 'not_applicable>to_fill', 'not_handed_in>to_fill']) THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_move', MESSAGE = 'Ce passage d’un statut à l’autre n’existe pas.'; END IF;\n            END IF;\n            RETURN NEW;\n        ", hash='2c032f59d3786df66a4daa57ff558a36e65e7ed9', operation='INSERT OR UPDATE', pgid='pgtrigger_status_guard_5d97e', table='programmes_commitmentsheet', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commitmentevidence',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_commitmentevidencehistory" ("id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "sheet_id", "source", "text", "text_en", "title", "title_en", "url", "version") VALUES (NEW."id", NEW."is_demo", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rank", NEW."sheet_id", NEW."source", NEW."text", NEW."text_en", NEW."title", NEW."title_en", NEW."url", NEW."version"); RETURN NULL;', hash='17af990e73977d4ac23395a61dba797db56d18dc', operation='INSERT', pgid='pgtrigger_insert_insert_24872', table='programmes_commitmentevidence', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commitmentevidence',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_commitmentevidencehistory" ("id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "sheet_id", "source", "text", "text_en", "title", "title_en", "url", "version") VALUES (NEW."id", NEW."is_demo", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rank", NEW."sheet_id", NEW."source", NEW."text", NEW."text_en", NEW."title", NEW."title_en", NEW."url", NEW."version"); RETURN NULL;', hash='178ff1c9d626b3be720a88c3d25e204498e03453', operation='UPDATE', pgid='pgtrigger_update_update_97f0e', table='programmes_commitmentevidence', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commitmentevidence',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_commitmentevidencehistory" ("id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "sheet_id", "source", "text", "text_en", "title", "title_en", "url", "version") VALUES (OLD."id", OLD."is_demo", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rank", OLD."sheet_id", OLD."source", OLD."text", OLD."text_en", OLD."title", OLD."title_en", OLD."url", OLD."version"); RETURN NULL;', hash='11873424f5fe9d85bfb3c0c1cbe74c58bc841c60', operation='DELETE', pgid='pgtrigger_delete_delete_cf23f', table='programmes_commitmentevidence', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commitmentevidence',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."rank" IS DISTINCT FROM (NEW."rank") OR OLD."sheet_id" IS DISTINCT FROM (NEW."sheet_id") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."text_en" IS DISTINCT FROM (NEW."text_en") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."url" IS DISTINCT FROM (NEW."url"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='3d5715207196c119fc534dcff353a36805b82ab5', operation='UPDATE', pgid='pgtrigger_count_version_411b4', table='programmes_commitmentevidence', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commitmentassessment',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_commitmentassessmenthistory" ("id", "is_demo", "level", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sheet_id", "text", "text_en", "version") VALUES (NEW."id", NEW."is_demo", NEW."level", NEW."party_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sheet_id", NEW."text", NEW."text_en", NEW."version"); RETURN NULL;', hash='6120b960984cf36486dda33e102b4134b97f4454', operation='INSERT', pgid='pgtrigger_insert_insert_dcce5', table='programmes_commitmentassessment', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commitmentassessment',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_commitmentassessmenthistory" ("id", "is_demo", "level", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sheet_id", "text", "text_en", "version") VALUES (NEW."id", NEW."is_demo", NEW."level", NEW."party_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sheet_id", NEW."text", NEW."text_en", NEW."version"); RETURN NULL;', hash='7430c1068df52a83eb223fb0f4c034546d5999e8', operation='UPDATE', pgid='pgtrigger_update_update_0420b', table='programmes_commitmentassessment', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commitmentassessment',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_commitmentassessmenthistory" ("id", "is_demo", "level", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sheet_id", "text", "text_en", "version") VALUES (OLD."id", OLD."is_demo", OLD."level", OLD."party_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sheet_id", OLD."text", OLD."text_en", OLD."version"); RETURN NULL;', hash='77d750709d8b6b36e558c209a37dac830d90be75', operation='DELETE', pgid='pgtrigger_delete_delete_e9201', table='programmes_commitmentassessment', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commitmentassessment',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."level" IS DISTINCT FROM (NEW."level") OR OLD."party_id" IS DISTINCT FROM (NEW."party_id") OR OLD."sheet_id" IS DISTINCT FROM (NEW."sheet_id") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."text_en" IS DISTINCT FROM (NEW."text_en"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='f4b59ae7c52d15740c8b4085257bf9c0dfe7828a', operation='UPDATE', pgid='pgtrigger_count_version_5bef4', table='programmes_commitmentassessment', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='responselink',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_responselinkhistory" ("campaign_id", "email", "id", "is_demo", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revoked_at", "revoked_by_id", "sent_on", "token_hash", "version") VALUES (NEW."campaign_id", NEW."email", NEW."id", NEW."is_demo", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."revoked_at", NEW."revoked_by_id", NEW."sent_on", NEW."token_hash", NEW."version"); RETURN NULL;', hash='e898d3aa16b93ef7be23856f5cdec52655ebefcb', operation='INSERT', pgid='pgtrigger_insert_insert_cf1ef', table='programmes_responselink', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='responselink',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_responselinkhistory" ("campaign_id", "email", "id", "is_demo", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revoked_at", "revoked_by_id", "sent_on", "token_hash", "version") VALUES (NEW."campaign_id", NEW."email", NEW."id", NEW."is_demo", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."revoked_at", NEW."revoked_by_id", NEW."sent_on", NEW."token_hash", NEW."version"); RETURN NULL;', hash='c7683c06ea4bde383f690068bb2be41b9b3e5173', operation='UPDATE', pgid='pgtrigger_update_update_8853a', table='programmes_responselink', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='responselink',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_responselinkhistory" ("campaign_id", "email", "id", "is_demo", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revoked_at", "revoked_by_id", "sent_on", "token_hash", "version") VALUES (OLD."campaign_id", OLD."email", OLD."id", OLD."is_demo", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."revoked_at", OLD."revoked_by_id", OLD."sent_on", OLD."token_hash", OLD."version"); RETURN NULL;', hash='a32ac62ba8f260970b6b4a39b20c98e1215f4af8', operation='DELETE', pgid='pgtrigger_delete_delete_00b98', table='programmes_responselink', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='responselink',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."campaign_id" IS DISTINCT FROM (NEW."campaign_id") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."revoked_at" IS DISTINCT FROM (NEW."revoked_at") OR OLD."revoked_by_id" IS DISTINCT FROM (NEW."revoked_by_id") OR OLD."sent_on" IS DISTINCT FROM (NEW."sent_on") OR OLD."token_hash" IS DISTINCT FROM (NEW."token_hash"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='ca6ab4bfaea10a3c062a738e2a844599aaab8a90', operation='UPDATE', pgid='pgtrigger_count_version_57e31', table='programmes_responselink', when='BEFORE')),
            )],
        ),
    ]
