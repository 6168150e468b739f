import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import programmes.fields
import programmes.models.base
import programmes.schema
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('programmes', '0008_trail_and_jobs'),
    ]

    operations = [
        programmes.schema.CreateTables(
            operations=[migrations.CreateModel(
                name='Participation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('role', models.CharField(choices=[('lead', 'pilote'), ('coordinator', 'coordinateur'), ('lead_institution', 'établissement support'), ('partner', 'partenaire'), ('host', 'hébergement'), ('infrastructure', 'infrastructure nationale d’accès'), ('maker', 'constructeur'), ('funder', 'financeur')], max_length=16, verbose_name='rôle')),
                    ('note', models.CharField(blank=True, max_length=200, verbose_name='précision')),
                    ('note_en', models.CharField(blank=True, max_length=200, verbose_name='précision en anglais')),
                    ('since', models.DateField(blank=True, null=True, verbose_name='depuis')),
                    ('until', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                    ('laboratory', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='participations', to='programmes.laboratory', verbose_name='laboratoire')),
                    ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='participations', to='programmes.organisation', verbose_name='organisme')),
                    ('project', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participations', to='projects.project', verbose_name='action')),
                ],
                options={
                    'verbose_name': 'participation',
                    'verbose_name_plural': 'participations',
                    'ordering': ['project', 'id'],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('laboratory__isnull', True), ('organisation__isnull', False)), models.Q(('laboratory__isnull', False), ('organisation__isnull', True)), _connector='OR'), name='participation_one_body', violation_error_message='Une participation est celle d’un organisme ou d’un laboratoire.'), models.UniqueConstraint(fields=('project', 'organisation', 'laboratory', 'role'), name='participation_unique', nulls_distinct=False, violation_error_message='Cette participation est déjà inscrite.'), models.CheckConstraint(condition=models.Q(('since__isnull', True), ('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='participation_dates', violation_error_message='Une participation finit après avoir commencé.')],
                },
            ), migrations.CreateModel(
                name='Project',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('reference', models.SlugField(help_text='Courte, unique et stable\u202f; imprimée dans les exports, clé des imports.', max_length=60, unique=True, verbose_name='référence')),
                    ('status', models.CharField(choices=[('draft', 'brouillon'), ('submitted', 'soumis'), ('returned', 'renvoyé'), ('published', 'publié'), ('archived', 'archivé')], default='draft', editable=False, max_length=12, verbose_name='statut')),
                    ('slug', models.SlugField(help_text='Fin de l’adresse de la page publique. L’ancienne adresse redirige vers la nouvelle.', max_length=120, unique=True, verbose_name='adresse')),
                    ('kind', models.CharField(choices=[('equipment', 'équipement'), ('consortium', 'consortium'), ('research', 'projet de recherche'), ('fellowships', 'programme d’accueil de chercheurs'), ('chair', 'chaire d’excellence'), ('doctoral', 'cofinancement de thèses'), ('events', 'cycle de manifestations'), ('measure', 'mesure d’une action')], max_length=12, verbose_name='nature')),
                    ('is_flagship', models.BooleanField(default=False, verbose_name='action phare')),
                    ('rank', models.PositiveSmallIntegerField(default=99, help_text='Ordre dans les listes.', verbose_name='rang')),
                    ('title', models.CharField(max_length=250, verbose_name='titre')),
                    ('title_en', models.CharField(blank=True, max_length=250, verbose_name='titre en anglais')),
                    ('acronym', models.CharField(blank=True, max_length=60, verbose_name='nom court')),
                    ('summary', programmes.fields.RichTextField(blank=True, help_text='En mots simples\u202f; en tête de la page publique et du rapport.', verbose_name='résumé pour tous')),
                    ('summary_en', programmes.fields.RichTextField(blank=True, verbose_name='résumé en anglais')),
                    ('state', models.CharField(choices=[('proposed', 'proposée'), ('running', 'en cours'), ('completed', 'achevée'), ('stopped', 'arrêtée')], default='proposed', max_length=10, verbose_name='état')),
                    ('planned_start', models.DateField(blank=True, null=True, verbose_name='début prévu')),
                    ('planned_end', models.DateField(blank=True, null=True, verbose_name='fin prévue')),
                    ('actual_start', models.DateField(blank=True, null=True, verbose_name='début réel')),
                    ('actual_end', models.DateField(blank=True, null=True, verbose_name='fin réelle')),
                    ('frame', models.CharField(blank=True, help_text='Par exemple le CPER\u00a0: un cadre, jamais un financeur.', max_length=160, verbose_name='cadre')),
                    ('call_reference', models.CharField(blank=True, max_length=120, verbose_name='appel ou convention d’origine')),
                    ('is_open_to_users', models.BooleanField(default=False, verbose_name='ouverte à des utilisateurs extérieurs')),
                    ('access', models.TextField(blank=True, verbose_name='comment demander un accès')),
                    ('access_en', models.TextField(blank=True, verbose_name='comment demander un accès, en anglais')),
                    ('website', models.URLField(blank=True, verbose_name='site')),
                    ('search', models.GeneratedField(db_persist=True, expression=django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.SearchVector('title', 'acronym', config='fr', weight='A'), '||', django.contrib.postgres.search.SearchVector('title_en', config='english', weight='B'), django.contrib.postgres.search.SearchConfig('fr')), '||', django.contrib.postgres.search.SearchVector('summary', config='fr', weight='C'), django.contrib.postgres.search.SearchConfig('fr')), '||', django.contrib.postgres.search.SearchVector('summary_en', config='english', weight='D'), django.contrib.postgres.search.SearchConfig('fr')), output_field=django.contrib.postgres.search.SearchVectorField())),
                    ('lead_laboratory', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='led_projects', to='programmes.laboratory', verbose_name='laboratoire porteur')),
                    ('part_of', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='projects.project', verbose_name='fait partie de')),
                ],
                options={
                    'verbose_name': 'action',
                    'verbose_name_plural': 'actions',
                    'ordering': ['rank', programmes.models.base.Plain(models.F('title')), models.F('title')],
                    'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['search'], name='project_search')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('planned_start__isnull', True), ('planned_end__isnull', True), ('planned_end__gte', models.F('planned_start')), _connector='OR'), name='project_planned_dates', violation_error_message='La fin prévue suit le début prévu.'), models.CheckConstraint(condition=models.Q(('actual_start__isnull', True), ('actual_end__isnull', True), ('actual_end__gte', models.F('actual_start')), _connector='OR'), name='project_actual_dates', violation_error_message='La fin réelle suit le début réel.'), models.CheckConstraint(condition=models.Q(('part_of__isnull', True), models.Q(('part_of', models.F('id')), _negated=True), _connector='OR'), name='project_not_own_part', violation_error_message='Une action ne fait pas partie d’elle-même.')],
                },
            ), migrations.CreateModel(
                name='ParticipationHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('role', models.CharField(choices=[('lead', 'pilote'), ('coordinator', 'coordinateur'), ('lead_institution', 'établissement support'), ('partner', 'partenaire'), ('host', 'hébergement'), ('infrastructure', 'infrastructure nationale d’accès'), ('maker', 'constructeur'), ('funder', 'financeur')], max_length=16, verbose_name='rôle')),
                    ('note', models.CharField(blank=True, max_length=200, verbose_name='précision')),
                    ('note_en', models.CharField(blank=True, max_length=200, verbose_name='précision en anglais')),
                    ('since', models.DateField(blank=True, null=True, verbose_name='depuis')),
                    ('until', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                    ('laboratory', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.laboratory', verbose_name='laboratoire')),
                    ('organisation', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.organisation', verbose_name='organisme')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='projects.participation')),
                    ('project', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='action')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='ProjectCommitment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('commitment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='project_links', to='programmes.commitment', verbose_name='engagement')),
                    ('project', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='commitment_links', to='projects.project', verbose_name='action')),
                ],
                options={
                    'verbose_name': 'engagement servi',
                    'verbose_name_plural': 'engagements servis',
                    'ordering': ['project', 'commitment'],
                    'constraints': [models.UniqueConstraint(fields=('project', 'commitment'), name='project_commitment_unique', violation_error_message='Cet engagement est déjà inscrit.')],
                },
            ), migrations.CreateModel(
                name='ProjectCommitmentHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('commitment', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.commitment', verbose_name='engagement')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='projects.projectcommitment')),
                    ('project', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='action')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='ProjectHistory',
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
                    ('kind', models.CharField(choices=[('equipment', 'équipement'), ('consortium', 'consortium'), ('research', 'projet de recherche'), ('fellowships', 'programme d’accueil de chercheurs'), ('chair', 'chaire d’excellence'), ('doctoral', 'cofinancement de thèses'), ('events', 'cycle de manifestations'), ('measure', 'mesure d’une action')], max_length=12, verbose_name='nature')),
                    ('is_flagship', models.BooleanField(default=False, verbose_name='action phare')),
                    ('rank', models.PositiveSmallIntegerField(default=99, help_text='Ordre dans les listes.', verbose_name='rang')),
                    ('title', models.CharField(max_length=250, verbose_name='titre')),
                    ('title_en', models.CharField(blank=True, max_length=250, verbose_name='titre en anglais')),
                    ('acronym', models.CharField(blank=True, max_length=60, verbose_name='nom court')),
                    ('summary', programmes.fields.RichTextField(blank=True, help_text='En mots simples\u202f; en tête de la page publique et du rapport.', verbose_name='résumé pour tous')),
                    ('summary_en', programmes.fields.RichTextField(blank=True, verbose_name='résumé en anglais')),
                    ('state', models.CharField(choices=[('proposed', 'proposée'), ('running', 'en cours'), ('completed', 'achevée'), ('stopped', 'arrêtée')], default='proposed', max_length=10, verbose_name='état')),
                    ('planned_start', models.DateField(blank=True, null=True, verbose_name='début prévu')),
                    ('planned_end', models.DateField(blank=True, null=True, verbose_name='fin prévue')),
                    ('actual_start', models.DateField(blank=True, null=True, verbose_name='début réel')),
                    ('actual_end', models.DateField(blank=True, null=True, verbose_name='fin réelle')),
                    ('frame', models.CharField(blank=True, help_text='Par exemple le CPER\u00a0: un cadre, jamais un financeur.', max_length=160, verbose_name='cadre')),
                    ('call_reference', models.CharField(blank=True, max_length=120, verbose_name='appel ou convention d’origine')),
                    ('is_open_to_users', models.BooleanField(default=False, verbose_name='ouverte à des utilisateurs extérieurs')),
                    ('access', models.TextField(blank=True, verbose_name='comment demander un accès')),
                    ('access_en', models.TextField(blank=True, verbose_name='comment demander un accès, en anglais')),
                    ('website', models.URLField(blank=True, verbose_name='site')),
                    ('lead_laboratory', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.laboratory', verbose_name='laboratoire porteur')),
                    ('part_of', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='fait partie de')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='projects.project')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='ProjectTheme',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('project', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='theme_links', to='projects.project', verbose_name='action')),
                    ('theme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='project_links', to='programmes.theme', verbose_name='thème')),
                ],
                options={
                    'verbose_name': 'thème d’une action',
                    'verbose_name_plural': 'thèmes des actions',
                    'ordering': ['project', 'theme'],
                    'constraints': [models.UniqueConstraint(fields=('project', 'theme'), name='project_theme_unique', violation_error_message='Ce thème est déjà inscrit.')],
                },
            ), migrations.CreateModel(
                name='ProjectThemeHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='projects.projecttheme')),
                    ('project', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='action')),
                    ('theme', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.theme', verbose_name='thème')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='TeamMember',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('role', models.CharField(choices=[('lead', 'porteur'), ('holder', 'titulaire'), ('co_holder', 'cotitulaire'), ('coordination', 'coordination scientifique'), ('president', 'présidence'), ('senior', 'collège senior'), ('junior', 'collège junior'), ('fellow', 'chercheur accueilli'), ('member', 'membre')], max_length=12, verbose_name='rôle')),
                    ('since', models.DateField(blank=True, null=True, verbose_name='depuis')),
                    ('until', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='programmes.person', verbose_name='personne')),
                    ('project', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='projects.project', verbose_name='action')),
                ],
                options={
                    'verbose_name': 'membre de l’équipe',
                    'verbose_name_plural': 'membres des équipes',
                    'ordering': ['project', 'id'],
                    'constraints': [models.UniqueConstraint(fields=('project', 'person', 'role', 'since'), name='team_member_unique', nulls_distinct=False, violation_error_message='Cette personne a déjà ce rôle.'), models.CheckConstraint(condition=models.Q(('since__isnull', True), ('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='team_member_dates', violation_error_message='Un rôle finit après avoir commencé.')],
                },
            ), migrations.CreateModel(
                name='TeamMemberHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('role', models.CharField(choices=[('lead', 'porteur'), ('holder', 'titulaire'), ('co_holder', 'cotitulaire'), ('coordination', 'coordination scientifique'), ('president', 'présidence'), ('senior', 'collège senior'), ('junior', 'collège junior'), ('fellow', 'chercheur accueilli'), ('member', 'membre')], max_length=12, verbose_name='rôle')),
                    ('since', models.DateField(blank=True, null=True, verbose_name='depuis')),
                    ('until', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                    ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.person', verbose_name='personne')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='projects.teammember')),
                    ('project', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='action')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            )],
        ),
        programmes.schema.InstallTriggers(
            operations=[pgtrigger.migrations.AddTrigger(
                model_name='project',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_projecthistory" ("access", "access_en", "acronym", "actual_end", "actual_start", "call_reference", "frame", "id", "is_demo", "is_flagship", "is_open_to_users", "kind", "lead_laboratory_id", "part_of_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_end", "planned_start", "rank", "reference", "slug", "source", "state", "status", "summary", "summary_en", "title", "title_en", "version", "website") VALUES (NEW."access", NEW."access_en", NEW."acronym", NEW."actual_end", NEW."actual_start", NEW."call_reference", NEW."frame", NEW."id", NEW."is_demo", NEW."is_flagship", NEW."is_open_to_users", NEW."kind", NEW."lead_laboratory_id", NEW."part_of_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."planned_end", NEW."planned_start", NEW."rank", NEW."reference", NEW."slug", NEW."source", NEW."state", NEW."status", NEW."summary", NEW."summary_en", NEW."title", NEW."title_en", NEW."version", NEW."website"); RETURN NULL;', hash='5ffd0f4a36c43f7354914efc5f738b64f62b9f2c', operation='INSERT', pgid='pgtrigger_insert_insert_2e147', table='projects_project', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='project',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."access" IS DISTINCT FROM (NEW."access") OR OLD."access_en" IS DISTINCT FROM (NEW."access_en") OR OLD."acronym" IS DISTINCT FROM (NEW."acronym") OR OLD."actual_end" IS DISTINCT FROM (NEW."actual_end") OR OLD."actual_start" IS DISTINCT FROM (NEW."actual_start") OR OLD."call_reference" IS DISTINCT FROM (NEW."call_reference") OR OLD."frame" IS DISTINCT FROM (NEW."frame") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."is_flagship" IS DISTINCT FROM (NEW."is_flagship") OR OLD."is_open_to_users" IS DISTINCT FROM (NEW."is_open_to_users") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."lead_laboratory_id" IS DISTINCT FROM (NEW."lead_laboratory_id") OR OLD."part_of_id" IS DISTINCT FROM (NEW."part_of_id") OR OLD."planned_end" IS DISTINCT FROM (NEW."planned_end") OR OLD."planned_start" IS DISTINCT FROM (NEW."planned_start") OR OLD."rank" IS DISTINCT FROM (NEW."rank") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."summary_en" IS DISTINCT FROM (NEW."summary_en") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."website" IS DISTINCT FROM (NEW."website"))', func='INSERT INTO "projects_projecthistory" ("access", "access_en", "acronym", "actual_end", "actual_start", "call_reference", "frame", "id", "is_demo", "is_flagship", "is_open_to_users", "kind", "lead_laboratory_id", "part_of_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_end", "planned_start", "rank", "reference", "slug", "source", "state", "status", "summary", "summary_en", "title", "title_en", "version", "website") VALUES (NEW."access", NEW."access_en", NEW."acronym", NEW."actual_end", NEW."actual_start", NEW."call_reference", NEW."frame", NEW."id", NEW."is_demo", NEW."is_flagship", NEW."is_open_to_users", NEW."kind", NEW."lead_laboratory_id", NEW."part_of_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."planned_end", NEW."planned_start", NEW."rank", NEW."reference", NEW."slug", NEW."source", NEW."state", NEW."status", NEW."summary", NEW."summary_en", NEW."title", NEW."title_en", NEW."version", NEW."website"); RETURN NULL;', hash='ba70d3b76dd6d79018171192eb05e606fc951cbd', operation='UPDATE', pgid='pgtrigger_update_update_804c3', table='projects_project', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='project',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_projecthistory" ("access", "access_en", "acronym", "actual_end", "actual_start", "call_reference", "frame", "id", "is_demo", "is_flagship", "is_open_to_users", "kind", "lead_laboratory_id", "part_of_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_end", "planned_start", "rank", "reference", "slug", "source", "state", "status", "summary", "summary_en", "title", "title_en", "version", "website") VALUES (OLD."access", OLD."access_en", OLD."acronym", OLD."actual_end", OLD."actual_start", OLD."call_reference", OLD."frame", OLD."id", OLD."is_demo", OLD."is_flagship", OLD."is_open_to_users", OLD."kind", OLD."lead_laboratory_id", OLD."part_of_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."planned_end", OLD."planned_start", OLD."rank", OLD."reference", OLD."slug", OLD."source", OLD."state", OLD."status", OLD."summary", OLD."summary_en", OLD."title", OLD."title_en", OLD."version", OLD."website"); RETURN NULL;', hash='21e81f4dff77b5a61e8954ed0d2657c993a3ccb1', operation='DELETE', pgid='pgtrigger_delete_delete_2192f', table='projects_project', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='project',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."access" IS DISTINCT FROM (NEW."access") OR OLD."access_en" IS DISTINCT FROM (NEW."access_en") OR OLD."acronym" IS DISTINCT FROM (NEW."acronym") OR OLD."actual_end" IS DISTINCT FROM (NEW."actual_end") OR OLD."actual_start" IS DISTINCT FROM (NEW."actual_start") OR OLD."call_reference" IS DISTINCT FROM (NEW."call_reference") OR OLD."frame" IS DISTINCT FROM (NEW."frame") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."is_flagship" IS DISTINCT FROM (NEW."is_flagship") OR OLD."is_open_to_users" IS DISTINCT FROM (NEW."is_open_to_users") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."lead_laboratory_id" IS DISTINCT FROM (NEW."lead_laboratory_id") OR OLD."part_of_id" IS DISTINCT FROM (NEW."part_of_id") OR OLD."planned_end" IS DISTINCT FROM (NEW."planned_end") OR OLD."planned_start" IS DISTINCT FROM (NEW."planned_start") OR OLD."rank" IS DISTINCT FROM (NEW."rank") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."summary_en" IS DISTINCT FROM (NEW."summary_en") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."website" IS DISTINCT FROM (NEW."website"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='d7fef339af6b7164432cc902d420e83447d29cc6', operation='UPDATE', pgid='pgtrigger_count_version_a90c4', table='projects_project', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='project',
                trigger=pgtrigger.compiler.Trigger(name='status_guard', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'draft' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_initial', MESSAGE = 'Un enregistrement naît au premier statut de son circuit de validation.'; END IF;\n            ELSIF NEW.status <> OLD.status THEN\n                IF current_setting('programmes.step', true) IS DISTINCT FROM 'on' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_by_workflow', MESSAGE = 'Un statut ne change que par une étape du circuit de validation.'; END IF;\n                IF NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['draft>submitted', 'draft>published', 'submitted>published', 'submitted>returned', 'returned>submitted', 'published>archived', 'published>draft', 'archived>published']) THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_move', MESSAGE = 'Ce passage d’un statut à l’autre n’existe pas.'; END IF;\n            END IF;\n            RETURN NEW;\n        ", hash='f1568997d68fe57d69ef3974e19147ae56605862', operation='INSERT OR UPDATE', pgid='pgtrigger_status_guard_b181a', table='projects_project', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='project',
                trigger=pgtrigger.compiler.Trigger(name='former_address', sql=pgtrigger.compiler.UpsertTriggerSql(condition="WHEN (OLD.slug IS DISTINCT FROM NEW.slug AND OLD.status = 'published')", func="\n            INSERT INTO programmes_formerslug (content_type_id, object_id, slug, is_demo)\n            SELECT id, NEW.id, OLD.slug, NEW.is_demo FROM django_content_type\n            WHERE app_label = 'projects' AND model = 'project'\n            ON CONFLICT (content_type_id, slug) DO UPDATE SET object_id = EXCLUDED.object_id;\n            RETURN NEW;\n        ", hash='d7f9ff8c6a3d68ed36cfcc25dae1f235dc3375d8', operation='UPDATE', pgid='pgtrigger_former_address_b85f3', table='projects_project', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='participation',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_participationhistory" ("id", "is_demo", "laboratory_id", "note", "note_en", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "role", "since", "source", "until", "version") VALUES (NEW."id", NEW."is_demo", NEW."laboratory_id", NEW."note", NEW."note_en", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."role", NEW."since", NEW."source", NEW."until", NEW."version"); RETURN NULL;', hash='43b5e9100aa5ddd654dc304b777aea599e241e41', operation='INSERT', pgid='pgtrigger_insert_insert_9d32a', table='projects_participation', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='participation',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_participationhistory" ("id", "is_demo", "laboratory_id", "note", "note_en", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "role", "since", "source", "until", "version") VALUES (NEW."id", NEW."is_demo", NEW."laboratory_id", NEW."note", NEW."note_en", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."role", NEW."since", NEW."source", NEW."until", NEW."version"); RETURN NULL;', hash='ea45b80f6db9567fae19c07becd9a896b3549132', operation='UPDATE', pgid='pgtrigger_update_update_ee07f', table='projects_participation', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='participation',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_participationhistory" ("id", "is_demo", "laboratory_id", "note", "note_en", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "role", "since", "source", "until", "version") VALUES (OLD."id", OLD."is_demo", OLD."laboratory_id", OLD."note", OLD."note_en", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."role", OLD."since", OLD."source", OLD."until", OLD."version"); RETURN NULL;', hash='ce421a41ed2b0c4f8d55afb80e0ce63c1b65954b', operation='DELETE', pgid='pgtrigger_delete_delete_4ffa2', table='projects_participation', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='participation',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."laboratory_id" IS DISTINCT FROM (NEW."laboratory_id") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."note_en" IS DISTINCT FROM (NEW."note_en") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."until" IS DISTINCT FROM (NEW."until"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='4686b1c1df360f7780443e24f2fa6ab40d7ba8aa', operation='UPDATE', pgid='pgtrigger_count_version_63757', table='projects_participation', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='projectcommitment',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_projectcommitmenthistory" ("commitment_id", "id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "version") VALUES (NEW."commitment_id", NEW."id", NEW."is_demo", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."version"); RETURN NULL;', hash='849dcf9651850c8b8f04e7120bf419ae84b44f47', operation='INSERT', pgid='pgtrigger_insert_insert_3e316', table='projects_projectcommitment', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='projectcommitment',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_projectcommitmenthistory" ("commitment_id", "id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "version") VALUES (NEW."commitment_id", NEW."id", NEW."is_demo", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."version"); RETURN NULL;', hash='f45d6d22e63bec501808f895058f389a7d380cb3', operation='UPDATE', pgid='pgtrigger_update_update_1ba38', table='projects_projectcommitment', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='projectcommitment',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_projectcommitmenthistory" ("commitment_id", "id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "version") VALUES (OLD."commitment_id", OLD."id", OLD."is_demo", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."version"); RETURN NULL;', hash='c612d5217b15ff4f629a47979cc5571e05b8e6f6', operation='DELETE', pgid='pgtrigger_delete_delete_d0db3', table='projects_projectcommitment', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='projectcommitment',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."commitment_id" IS DISTINCT FROM (NEW."commitment_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='729053a4211233efc3d6f10e42c63d3cc87d4c48', operation='UPDATE', pgid='pgtrigger_count_version_2835b', table='projects_projectcommitment', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='projecttheme',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_projectthemehistory" ("id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "theme_id", "version") VALUES (NEW."id", NEW."is_demo", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."theme_id", NEW."version"); RETURN NULL;', hash='f85d1b90513470e50eb0bb7d17f435f09f6c8fe6', operation='INSERT', pgid='pgtrigger_insert_insert_d40ea', table='projects_projecttheme', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='projecttheme',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_projectthemehistory" ("id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "theme_id", "version") VALUES (NEW."id", NEW."is_demo", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."theme_id", NEW."version"); RETURN NULL;', hash='a2033c832e31d487d977459f448d6c747554b095', operation='UPDATE', pgid='pgtrigger_update_update_8adf1', table='projects_projecttheme', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='projecttheme',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_projectthemehistory" ("id", "is_demo", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "theme_id", "version") VALUES (OLD."id", OLD."is_demo", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."theme_id", OLD."version"); RETURN NULL;', hash='9d295e766d3260fe3a661bbbff51ab77b73939e6', operation='DELETE', pgid='pgtrigger_delete_delete_c5d63', table='projects_projecttheme', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='projecttheme',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."theme_id" IS DISTINCT FROM (NEW."theme_id"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='70894efc3ba7d9834e60c4a311b083a8a9b1d35e', operation='UPDATE', pgid='pgtrigger_count_version_a81b5', table='projects_projecttheme', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='teammember',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_teammemberhistory" ("id", "is_demo", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "role", "since", "source", "until", "version") VALUES (NEW."id", NEW."is_demo", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."role", NEW."since", NEW."source", NEW."until", NEW."version"); RETURN NULL;', hash='5782fcea4c5c64a40fcf3e9b1316de65e8820bc4', operation='INSERT', pgid='pgtrigger_insert_insert_1d7a2', table='projects_teammember', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='teammember',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_teammemberhistory" ("id", "is_demo", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "role", "since", "source", "until", "version") VALUES (NEW."id", NEW."is_demo", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."role", NEW."since", NEW."source", NEW."until", NEW."version"); RETURN NULL;', hash='ed95b68f0f7e433b3f2311b82f9947af30550c83', operation='UPDATE', pgid='pgtrigger_update_update_2da5a', table='projects_teammember', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='teammember',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_teammemberhistory" ("id", "is_demo", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "role", "since", "source", "until", "version") VALUES (OLD."id", OLD."is_demo", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."role", OLD."since", OLD."source", OLD."until", OLD."version"); RETURN NULL;', hash='9e5fa3eb349958517bfcaed41e5900cfc55e65a0', operation='DELETE', pgid='pgtrigger_delete_delete_62d00', table='projects_teammember', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='teammember',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."until" IS DISTINCT FROM (NEW."until"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='0df37d44d0d7bbc9f008dc6547bf127366fdb4c6', operation='UPDATE', pgid='pgtrigger_count_version_34f26', table='projects_teammember', when='BEFORE')),
            )],
        ),
    ]
