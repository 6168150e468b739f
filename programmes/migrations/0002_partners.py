import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
import programmes.models.base
import programmes.models.laboratories
import programmes.schema
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    # The log of the admin refers to our accounts, which are not in the first migration.
    run_before = [('admin', '0001_initial')]

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('programmes', '0001_french_search'),
    ]

    operations = [
        programmes.schema.CreateTables(
            operations=[migrations.CreateModel(
                name='Laboratory',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('reference', models.SlugField(help_text='Courte, unique et stable\u202f; imprimée dans les exports, clé des imports.', max_length=60, unique=True, verbose_name='référence')),
                    ('status', models.CharField(choices=[('draft', 'brouillon'), ('submitted', 'soumis'), ('returned', 'renvoyé'), ('published', 'publié'), ('archived', 'archivé')], default='draft', editable=False, max_length=12, verbose_name='statut')),
                    ('slug', models.SlugField(help_text='Fin de l’adresse de la page publique. L’ancienne adresse redirige vers la nouvelle.', max_length=120, unique=True, verbose_name='adresse')),
                    ('name', models.CharField(max_length=250, verbose_name='nom')),
                    ('name_en', models.CharField(blank=True, max_length=250, verbose_name='nom en anglais')),
                    ('acronym', models.CharField(blank=True, max_length=40, verbose_name='sigle')),
                    ('summary', models.TextField(blank=True, verbose_name='présentation')),
                    ('summary_en', models.TextField(blank=True, verbose_name='présentation en anglais')),
                    ('city', models.CharField(blank=True, max_length=80, verbose_name='ville')),
                    ('other_cities', models.CharField(blank=True, max_length=160, verbose_name='autres villes')),
                    ('latitude', models.DecimalField(blank=True, decimal_places=5, max_digits=8, null=True, verbose_name='latitude')),
                    ('longitude', models.DecimalField(blank=True, decimal_places=5, max_digits=8, null=True, verbose_name='longitude')),
                    ('is_elsewhere', models.BooleanField(default=False, help_text='Unité dont le siège est ailleurs, avec un site ici.', verbose_name='siège hors de la région')),
                    ('website', models.URLField(blank=True, verbose_name='site')),
                    ('opened_on', models.DateField(blank=True, null=True, verbose_name='créé le')),
                    ('closed_on', models.DateField(blank=True, null=True, verbose_name='fermé le')),
                    ('predecessor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='successors', to='programmes.laboratory', verbose_name='succède à')),
                    ('main_institute', models.ForeignKey(blank=True, limit_choices_to={'kind': 'institute'}, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='laboratories', to='programmes.organisation', verbose_name='institut principal')),
                    ('second_institute', models.ForeignKey(blank=True, limit_choices_to={'kind': 'institute'}, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='laboratories_second', to='programmes.organisation', verbose_name='institut secondaire')),
                ],
                options={
                    'verbose_name': 'laboratoire',
                    'verbose_name_plural': 'laboratoires',
                    'ordering': (programmes.models.base.Plain(models.F('acronym')), models.F('acronym')),
                    'constraints': [models.CheckConstraint(condition=models.Q(('opened_on__isnull', True), ('closed_on__isnull', True), ('closed_on__gte', models.F('opened_on')), _connector='OR'), name='laboratory_dates', violation_error_message='Un laboratoire ferme après avoir été créé.'), models.CheckConstraint(condition=models.Q(models.Q(('latitude__isnull', True), ('longitude__isnull', True)), models.Q(('latitude__range', (-90, 90)), ('longitude__range', (-180, 180))), _connector='OR'), name='laboratory_point', violation_error_message='Une position a une latitude et une longitude.'), models.CheckConstraint(condition=models.Q(('predecessor__isnull', True), models.Q(('predecessor', models.F('id')), _negated=True), _connector='OR'), name='laboratory_not_own_predecessor', violation_error_message='Un laboratoire ne succède pas à lui-même.')],
                },
            ), migrations.CreateModel(
                name='LaboratoryContact',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('role', models.CharField(max_length=120, verbose_name='fonction')),
                    ('email', models.EmailField(blank=True, max_length=254, verbose_name='adresse électronique')),
                    ('since', models.DateField(blank=True, null=True, verbose_name='depuis')),
                    ('until', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                    ('laboratory', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contacts', to='programmes.laboratory', verbose_name='laboratoire')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contact_roles', to='programmes.person', verbose_name='personne')),
                ],
                options={
                    'verbose_name': 'contact d’un laboratoire',
                    'verbose_name_plural': 'contacts des laboratoires',
                    'ordering': ['laboratory', 'role'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('since__isnull', True), ('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='contact_dates', violation_error_message='Une fonction finit après avoir commencé.'), models.UniqueConstraint(fields=('laboratory', 'person', 'role', 'since'), name='contact_unique', nulls_distinct=False, violation_error_message='Ce contact est déjà inscrit.')],
                },
            ), migrations.CreateModel(
                name='LaboratorySupervision',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('since', models.DateField(blank=True, null=True, verbose_name='depuis')),
                    ('until', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                    ('laboratory', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='supervisions', to='programmes.laboratory', verbose_name='laboratoire')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='supervisions', to='programmes.organisation', verbose_name='tutelle')),
                ],
                options={
                    'verbose_name': 'tutelle',
                    'verbose_name_plural': 'tutelles',
                    'ordering': ['laboratory', 'id'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('since__isnull', True), ('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='supervision_dates', violation_error_message='Une tutelle finit après avoir commencé.'), models.UniqueConstraint(fields=('laboratory', 'organisation', 'since'), name='supervision_unique', nulls_distinct=False, violation_error_message='Cette tutelle est déjà inscrite.')],
                },
            ), migrations.CreateModel(
                name='Organisation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('reference', models.SlugField(max_length=60, unique=True, verbose_name='référence')),
                    ('kind', models.CharField(choices=[('local_authority', 'collectivité territoriale'), ('research_body', 'organisme national de recherche'), ('institute', 'institut d’un organisme'), ('regional_office', 'délégation régionale'), ('university', 'université'), ('school', 'école'), ('community', 'communauté d’universités et établissements'), ('company', 'entreprise'), ('association', 'association ou fondation'), ('state', 'État'), ('europe', 'Union européenne'), ('team', 'équipe ou unité hors CNRS'), ('other', 'autre')], max_length=20, verbose_name='nature')),
                    ('name', models.CharField(max_length=250, verbose_name='nom')),
                    ('name_en', models.CharField(blank=True, max_length=250, verbose_name='nom en anglais')),
                    ('acronym', models.CharField(blank=True, max_length=40, verbose_name='sigle')),
                    ('usage_name', models.CharField(blank=True, max_length=120, verbose_name='nom d’usage')),
                    ('city', models.CharField(blank=True, max_length=80, verbose_name='ville')),
                    ('country', models.CharField(default='France', max_length=60, verbose_name='pays')),
                    ('website', models.URLField(blank=True, verbose_name='site')),
                    ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='programmes.organisation', verbose_name='rattaché à')),
                ],
                options={
                    'verbose_name': 'organisme',
                    'verbose_name_plural': 'organismes',
                    'ordering': (programmes.models.base.Plain(models.F('name')), models.F('name')),
                },
            ), migrations.CreateModel(
                name='LaboratorySupervisionHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('since', models.DateField(blank=True, null=True, verbose_name='depuis')),
                    ('until', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                    ('laboratory', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.laboratory', verbose_name='laboratoire')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.laboratorysupervision')),
                    ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.organisation', verbose_name='tutelle')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='LaboratoryHistory',
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
                    ('name', models.CharField(max_length=250, verbose_name='nom')),
                    ('name_en', models.CharField(blank=True, max_length=250, verbose_name='nom en anglais')),
                    ('acronym', models.CharField(blank=True, max_length=40, verbose_name='sigle')),
                    ('summary', models.TextField(blank=True, verbose_name='présentation')),
                    ('summary_en', models.TextField(blank=True, verbose_name='présentation en anglais')),
                    ('city', models.CharField(blank=True, max_length=80, verbose_name='ville')),
                    ('other_cities', models.CharField(blank=True, max_length=160, verbose_name='autres villes')),
                    ('latitude', models.DecimalField(blank=True, decimal_places=5, max_digits=8, null=True, verbose_name='latitude')),
                    ('longitude', models.DecimalField(blank=True, decimal_places=5, max_digits=8, null=True, verbose_name='longitude')),
                    ('is_elsewhere', models.BooleanField(default=False, help_text='Unité dont le siège est ailleurs, avec un site ici.', verbose_name='siège hors de la région')),
                    ('website', models.URLField(blank=True, verbose_name='site')),
                    ('opened_on', models.DateField(blank=True, null=True, verbose_name='créé le')),
                    ('closed_on', models.DateField(blank=True, null=True, verbose_name='fermé le')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.laboratory')),
                    ('predecessor', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.laboratory', verbose_name='succède à')),
                    ('main_institute', models.ForeignKey(blank=True, db_constraint=False, limit_choices_to={'kind': 'institute'}, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.organisation', verbose_name='institut principal')),
                    ('second_institute', models.ForeignKey(blank=True, db_constraint=False, limit_choices_to={'kind': 'institute'}, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.organisation', verbose_name='institut secondaire')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='Identifier',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('scheme', models.CharField(choices=[('rnsr', 'RNSR (structure de recherche)'), ('cnrs-unit', 'code d’unité'), ('siren', 'SIREN'), ('siret', 'SIRET'), ('uai', 'UAI (établissement d’enseignement)'), ('rna', 'RNA (association)'), ('ed', 'numéro d’école doctorale'), ('ror', 'ROR'), ('idref', 'IdRef (PPN)'), ('isni', 'ISNI'), ('orcid', 'ORCID'), ('wikidata', 'Wikidata'), ('fundref', 'financeur Crossref'), ('cordis', 'projet européen (CORDIS)'), ('hal-structure', 'structure dans HAL'), ('hal', 'document dans HAL'), ('doi', 'DOI'), ('nnt', 'NNT (thèse soutenue)'), ('subject', 'sujet de thèse (theses.fr)')], max_length=20, verbose_name='référentiel')),
                    ('value', models.CharField(max_length=80, verbose_name='valeur')),
                    ('note', models.CharField(blank=True, max_length=120, verbose_name='précision')),
                    ('since', models.DateField(blank=True, null=True, verbose_name='depuis')),
                    ('until', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                    ('checked_on', models.DateField(blank=True, null=True, verbose_name='vérifié le')),
                    ('laboratory', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='identifiers', to='programmes.laboratory', verbose_name='laboratoire')),
                    ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='identifiers', to='programmes.organisation', verbose_name='organisme')),
                    ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='identifiers', to='programmes.person', verbose_name='personne')),
                ],
                options={
                    'verbose_name': 'identifiant',
                    'verbose_name_plural': 'identifiants',
                    'ordering': ['scheme', 'value'],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('laboratory__isnull', True), ('organisation__isnull', False), ('person__isnull', True)), models.Q(('laboratory__isnull', False), ('organisation__isnull', True), ('person__isnull', True)), models.Q(('laboratory__isnull', True), ('organisation__isnull', True), ('person__isnull', False)), _connector='OR'), name='identifier_one_holder', violation_error_message='Un identifiant appartient à un organisme, à un laboratoire ou à une personne.'), models.UniqueConstraint(fields=('scheme', 'value'), name='identifier_unique', violation_error_message='Cet identifiant est déjà inscrit.'), models.CheckConstraint(condition=models.Q(('since__isnull', True), ('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='identifier_dates', violation_error_message='Un identifiant finit après avoir commencé.')],
                },
            ), migrations.CreateModel(
                name='User',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('password', models.CharField(max_length=128, verbose_name='password')),
                    ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                    ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('email', models.EmailField(max_length=254, unique=True, verbose_name='adresse électronique')),
                    ('full_name', models.CharField(max_length=150, verbose_name='nom complet')),
                    ('is_staff', models.BooleanField(default=True, verbose_name='accès à l’administration')),
                    ('is_active', models.BooleanField(default=True, verbose_name='compte ouvert')),
                    ('joined_on', models.DateTimeField(auto_now_add=True, verbose_name='ouvert le')),
                    ('closed_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='clos le')),
                    ('closed_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='clos par')),
                    ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                    ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
                    ('organisation', models.ForeignKey(blank=True, help_text='La personne agit pour la partie de cet organisme dans chaque protocole.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='users', to='programmes.organisation', verbose_name='organisme')),
                ],
                options={
                    'verbose_name': 'compte',
                    'verbose_name_plural': 'comptes',
                    'ordering': ['full_name', 'email'],
                    'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('email'), name='user_email_unique', violation_error_message='Un compte existe déjà avec cette adresse.'), models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', False), ('closed_by__isnull', False)), models.Q(('closed_at__isnull', True), ('closed_by__isnull', True)), _connector='OR'), name='user_closed_pair', violation_error_message='Une clôture a une date et un auteur.')],
                },
            ), migrations.CreateModel(
                name='OrganisationHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('reference', models.SlugField(db_index=False, max_length=60, verbose_name='référence')),
                    ('kind', models.CharField(choices=[('local_authority', 'collectivité territoriale'), ('research_body', 'organisme national de recherche'), ('institute', 'institut d’un organisme'), ('regional_office', 'délégation régionale'), ('university', 'université'), ('school', 'école'), ('community', 'communauté d’universités et établissements'), ('company', 'entreprise'), ('association', 'association ou fondation'), ('state', 'État'), ('europe', 'Union européenne'), ('team', 'équipe ou unité hors CNRS'), ('other', 'autre')], max_length=20, verbose_name='nature')),
                    ('name', models.CharField(max_length=250, verbose_name='nom')),
                    ('name_en', models.CharField(blank=True, max_length=250, verbose_name='nom en anglais')),
                    ('acronym', models.CharField(blank=True, max_length=40, verbose_name='sigle')),
                    ('usage_name', models.CharField(blank=True, max_length=120, verbose_name='nom d’usage')),
                    ('city', models.CharField(blank=True, max_length=80, verbose_name='ville')),
                    ('country', models.CharField(default='France', max_length=60, verbose_name='pays')),
                    ('website', models.URLField(blank=True, verbose_name='site')),
                    ('parent', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.organisation', verbose_name='rattaché à')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.organisation')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='Person',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('reference', models.SlugField(max_length=60, unique=True, verbose_name='référence')),
                    ('family_name', models.CharField(max_length=100, verbose_name='nom')),
                    ('given_name', models.CharField(max_length=100, verbose_name='prénom')),
                    ('informed_on', models.DateField(blank=True, help_text='Date de l’information prévue par le RGPD (art. 13 et 14).', null=True, verbose_name='informée le')),
                    ('laboratory', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='people', to='programmes.laboratory', verbose_name='laboratoire')),
                    ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='people', to='programmes.organisation', verbose_name='organisme')),
                ],
                options={
                    'verbose_name': 'personne',
                    'verbose_name_plural': 'personnes',
                    'ordering': [programmes.models.base.Plain(models.F('family_name')), models.F('family_name'), 'given_name'],
                },
            ), migrations.CreateModel(
                name='LaboratoryContactHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('role', models.CharField(max_length=120, verbose_name='fonction')),
                    ('email', models.EmailField(blank=True, max_length=254, verbose_name='adresse électronique')),
                    ('since', models.DateField(blank=True, null=True, verbose_name='depuis')),
                    ('until', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                    ('laboratory', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.laboratory', verbose_name='laboratoire')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.laboratorycontact')),
                    ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.person', verbose_name='personne')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='IdentifierHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('scheme', models.CharField(choices=[('rnsr', 'RNSR (structure de recherche)'), ('cnrs-unit', 'code d’unité'), ('siren', 'SIREN'), ('siret', 'SIRET'), ('uai', 'UAI (établissement d’enseignement)'), ('rna', 'RNA (association)'), ('ed', 'numéro d’école doctorale'), ('ror', 'ROR'), ('idref', 'IdRef (PPN)'), ('isni', 'ISNI'), ('orcid', 'ORCID'), ('wikidata', 'Wikidata'), ('fundref', 'financeur Crossref'), ('cordis', 'projet européen (CORDIS)'), ('hal-structure', 'structure dans HAL'), ('hal', 'document dans HAL'), ('doi', 'DOI'), ('nnt', 'NNT (thèse soutenue)'), ('subject', 'sujet de thèse (theses.fr)')], max_length=20, verbose_name='référentiel')),
                    ('value', models.CharField(max_length=80, verbose_name='valeur')),
                    ('note', models.CharField(blank=True, max_length=120, verbose_name='précision')),
                    ('since', models.DateField(blank=True, null=True, verbose_name='depuis')),
                    ('until', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                    ('checked_on', models.DateField(blank=True, null=True, verbose_name='vérifié le')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.identifier')),
                    ('laboratory', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.laboratory', verbose_name='laboratoire')),
                    ('organisation', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.organisation', verbose_name='organisme')),
                    ('person', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.person', verbose_name='personne')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='PersonHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('reference', models.SlugField(db_index=False, max_length=60, verbose_name='référence')),
                    ('family_name', models.CharField(max_length=100, verbose_name='nom')),
                    ('given_name', models.CharField(max_length=100, verbose_name='prénom')),
                    ('informed_on', models.DateField(blank=True, help_text='Date de l’information prévue par le RGPD (art. 13 et 14).', null=True, verbose_name='informée le')),
                    ('laboratory', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.laboratory', verbose_name='laboratoire')),
                    ('organisation', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.organisation', verbose_name='organisme')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.person')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='UnitCode',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(db_index=True, default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('type', models.CharField(choices=[('UMR', 'unité mixte de recherche'), ('UAR', 'unité d’appui et de recherche'), ('UPR', 'unité propre de recherche'), ('FR', 'fédération de recherche'), ('FRE', 'formation de recherche en évolution'), ('IRL', 'international research laboratory'), ('ERL', 'équipe de recherche labellisée'), ('EMR', 'équipe mixte de recherche'), ('GDR', 'groupement de recherche'), ('UMS', 'unité mixte de service'), ('USR', 'unité de service et de recherche'), ('UPS', 'unité propre de service'), ('UMI', 'unité mixte internationale'), ('UR', 'unité de recherche (hors CNRS)'), ('EA', 'équipe d’accueil (hors CNRS)'), ('U', 'unité Inserm')], max_length=5, verbose_name='type')),
                    ('number', models.CharField(max_length=6, verbose_name='numéro')),
                    ('since', models.DateField(blank=True, null=True, verbose_name='depuis')),
                    ('until', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                    ('laboratory', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='unit_codes', to='programmes.laboratory', verbose_name='laboratoire')),
                ],
                options={
                    'verbose_name': 'code d’unité',
                    'verbose_name_plural': 'codes d’unité',
                    'ordering': ['laboratory', 'since'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('since__isnull', True), ('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='unit_code_dates', violation_error_message='Un code d’unité finit après avoir commencé.'), models.CheckConstraint(condition=models.Q(('number__regex', '^\\d{1,6}$')), name='unit_code_number', violation_error_message='Le numéro d’une unité ne contient que des chiffres.'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('laboratory', '='), (programmes.models.laboratories.DateRange(models.F('since'), models.F('until'), django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_lower=True, inclusive_upper=True)), '&&')], name='unit_code_one_at_a_time', violation_error_message='Deux codes d’un même laboratoire ne peuvent pas se chevaucher.'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('type', '='), ('number', '='), (programmes.models.laboratories.DateRange(models.F('since'), models.F('until'), django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_lower=True, inclusive_upper=True)), '&&')], name='unit_code_one_holder', violation_error_message='Ce code d’unité est déjà porté par un autre laboratoire à ces dates.')],
                },
            ), migrations.CreateModel(
                name='UnitCodeHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('source', models.TextField(blank=True, help_text='D’où vient cette information\u202f; affichée sous la page publique.', verbose_name='source')),
                    ('type', models.CharField(choices=[('UMR', 'unité mixte de recherche'), ('UAR', 'unité d’appui et de recherche'), ('UPR', 'unité propre de recherche'), ('FR', 'fédération de recherche'), ('FRE', 'formation de recherche en évolution'), ('IRL', 'international research laboratory'), ('ERL', 'équipe de recherche labellisée'), ('EMR', 'équipe mixte de recherche'), ('GDR', 'groupement de recherche'), ('UMS', 'unité mixte de service'), ('USR', 'unité de service et de recherche'), ('UPS', 'unité propre de service'), ('UMI', 'unité mixte internationale'), ('UR', 'unité de recherche (hors CNRS)'), ('EA', 'équipe d’accueil (hors CNRS)'), ('U', 'unité Inserm')], max_length=5, verbose_name='type')),
                    ('number', models.CharField(max_length=6, verbose_name='numéro')),
                    ('since', models.DateField(blank=True, null=True, verbose_name='depuis')),
                    ('until', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                    ('laboratory', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.laboratory', verbose_name='laboratoire')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to='programmes.unitcode')),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            ), migrations.CreateModel(
                name='UserHistory',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='donnée de démonstration')),
                    ('email', models.EmailField(max_length=254, verbose_name='adresse électronique')),
                    ('full_name', models.CharField(max_length=150, verbose_name='nom complet')),
                    ('is_staff', models.BooleanField(default=True, verbose_name='accès à l’administration')),
                    ('is_active', models.BooleanField(default=True, verbose_name='compte ouvert')),
                    ('joined_on', models.DateTimeField(auto_now_add=True, verbose_name='ouvert le')),
                    ('closed_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='clos le')),
                    ('closed_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='clos par')),
                    ('organisation', models.ForeignKey(blank=True, db_constraint=False, help_text='La personne agit pour la partie de cet organisme dans chaque protocole.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programmes.organisation', verbose_name='organisme')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', related_query_name='history', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                    'default_permissions': (),
                },
            )],
        ),
        programmes.schema.InstallTriggers(
            operations=[pgtrigger.migrations.AddTrigger(
                model_name='organisation',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_organisationhistory" ("acronym", "city", "country", "id", "is_demo", "kind", "name", "name_en", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "source", "usage_name", "version", "website") VALUES (NEW."acronym", NEW."city", NEW."country", NEW."id", NEW."is_demo", NEW."kind", NEW."name", NEW."name_en", NEW."parent_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference", NEW."source", NEW."usage_name", NEW."version", NEW."website"); RETURN NULL;', hash='3d5fab6e0969ed6ecd83fc0e6ce9175ff96e1aa0', operation='INSERT', pgid='pgtrigger_insert_insert_e02be', table='programmes_organisation', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='organisation',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_organisationhistory" ("acronym", "city", "country", "id", "is_demo", "kind", "name", "name_en", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "source", "usage_name", "version", "website") VALUES (NEW."acronym", NEW."city", NEW."country", NEW."id", NEW."is_demo", NEW."kind", NEW."name", NEW."name_en", NEW."parent_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference", NEW."source", NEW."usage_name", NEW."version", NEW."website"); RETURN NULL;', hash='bb75f3121b92953272f706131faed1afb15f6fea', operation='UPDATE', pgid='pgtrigger_update_update_fa5e2', table='programmes_organisation', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='organisation',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_organisationhistory" ("acronym", "city", "country", "id", "is_demo", "kind", "name", "name_en", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "source", "usage_name", "version", "website") VALUES (OLD."acronym", OLD."city", OLD."country", OLD."id", OLD."is_demo", OLD."kind", OLD."name", OLD."name_en", OLD."parent_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reference", OLD."source", OLD."usage_name", OLD."version", OLD."website"); RETURN NULL;', hash='a5ee2e2db90fe1b89ce30f2a97e3a8bbf255b1c7', operation='DELETE', pgid='pgtrigger_delete_delete_2f66d', table='programmes_organisation', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='organisation',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."acronym" IS DISTINCT FROM (NEW."acronym") OR OLD."city" IS DISTINCT FROM (NEW."city") OR OLD."country" IS DISTINCT FROM (NEW."country") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_en" IS DISTINCT FROM (NEW."name_en") OR OLD."parent_id" IS DISTINCT FROM (NEW."parent_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."usage_name" IS DISTINCT FROM (NEW."usage_name") OR OLD."website" IS DISTINCT FROM (NEW."website"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='ca9468465a80e1ddfc6234b32da0ed201d418d8f', operation='UPDATE', pgid='pgtrigger_count_version_fbc60', table='programmes_organisation', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='laboratorysupervision',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_laboratorysupervisionhistory" ("id", "is_demo", "laboratory_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "source", "until", "version") VALUES (NEW."id", NEW."is_demo", NEW."laboratory_id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."since", NEW."source", NEW."until", NEW."version"); RETURN NULL;', hash='24f4b03ef6afac13a6e0405ac4ba0520371e8ab3', operation='INSERT', pgid='pgtrigger_insert_insert_c559f', table='programmes_laboratorysupervision', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='laboratorysupervision',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_laboratorysupervisionhistory" ("id", "is_demo", "laboratory_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "source", "until", "version") VALUES (NEW."id", NEW."is_demo", NEW."laboratory_id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."since", NEW."source", NEW."until", NEW."version"); RETURN NULL;', hash='0b634b4ffc2ee129eaf578490c16183ca002395d', operation='UPDATE', pgid='pgtrigger_update_update_5b892', table='programmes_laboratorysupervision', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='laboratorysupervision',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_laboratorysupervisionhistory" ("id", "is_demo", "laboratory_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "source", "until", "version") VALUES (OLD."id", OLD."is_demo", OLD."laboratory_id", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."since", OLD."source", OLD."until", OLD."version"); RETURN NULL;', hash='2635f25cd659a5d67a0a722726e83d9dd97b8ed7', operation='DELETE', pgid='pgtrigger_delete_delete_73870', table='programmes_laboratorysupervision', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='laboratorysupervision',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."laboratory_id" IS DISTINCT FROM (NEW."laboratory_id") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."until" IS DISTINCT FROM (NEW."until"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='731b3f1eb6e3a0e283e1bbd767da7bcbc1764bbd', operation='UPDATE', pgid='pgtrigger_count_version_01f81', table='programmes_laboratorysupervision', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='laboratory',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_laboratoryhistory" ("acronym", "city", "closed_on", "id", "is_demo", "is_elsewhere", "latitude", "longitude", "main_institute_id", "name", "name_en", "opened_on", "other_cities", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "predecessor_id", "reference", "second_institute_id", "slug", "source", "status", "summary", "summary_en", "version", "website") VALUES (NEW."acronym", NEW."city", NEW."closed_on", NEW."id", NEW."is_demo", NEW."is_elsewhere", NEW."latitude", NEW."longitude", NEW."main_institute_id", NEW."name", NEW."name_en", NEW."opened_on", NEW."other_cities", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."predecessor_id", NEW."reference", NEW."second_institute_id", NEW."slug", NEW."source", NEW."status", NEW."summary", NEW."summary_en", NEW."version", NEW."website"); RETURN NULL;', hash='1f43dea2c516bddc65a6feef77641f43c7d4533a', operation='INSERT', pgid='pgtrigger_insert_insert_39a5a', table='programmes_laboratory', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='laboratory',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_laboratoryhistory" ("acronym", "city", "closed_on", "id", "is_demo", "is_elsewhere", "latitude", "longitude", "main_institute_id", "name", "name_en", "opened_on", "other_cities", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "predecessor_id", "reference", "second_institute_id", "slug", "source", "status", "summary", "summary_en", "version", "website") VALUES (NEW."acronym", NEW."city", NEW."closed_on", NEW."id", NEW."is_demo", NEW."is_elsewhere", NEW."latitude", NEW."longitude", NEW."main_institute_id", NEW."name", NEW."name_en", NEW."opened_on", NEW."other_cities", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."predecessor_id", NEW."reference", NEW."second_institute_id", NEW."slug", NEW."source", NEW."status", NEW."summary", NEW."summary_en", NEW."version", NEW."website"); RETURN NULL;', hash='154c0f332e422ca47e7965969d1497b7cfb351ac', operation='UPDATE', pgid='pgtrigger_update_update_0f1a9', table='programmes_laboratory', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='laboratory',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_laboratoryhistory" ("acronym", "city", "closed_on", "id", "is_demo", "is_elsewhere", "latitude", "longitude", "main_institute_id", "name", "name_en", "opened_on", "other_cities", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "predecessor_id", "reference", "second_institute_id", "slug", "source", "status", "summary", "summary_en", "version", "website") VALUES (OLD."acronym", OLD."city", OLD."closed_on", OLD."id", OLD."is_demo", OLD."is_elsewhere", OLD."latitude", OLD."longitude", OLD."main_institute_id", OLD."name", OLD."name_en", OLD."opened_on", OLD."other_cities", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."predecessor_id", OLD."reference", OLD."second_institute_id", OLD."slug", OLD."source", OLD."status", OLD."summary", OLD."summary_en", OLD."version", OLD."website"); RETURN NULL;', hash='c63b2b2e0a58be876780c5c4fce11ce5744bf5d3', operation='DELETE', pgid='pgtrigger_delete_delete_70327', table='programmes_laboratory', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='laboratory',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."acronym" IS DISTINCT FROM (NEW."acronym") OR OLD."city" IS DISTINCT FROM (NEW."city") OR OLD."closed_on" IS DISTINCT FROM (NEW."closed_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."is_elsewhere" IS DISTINCT FROM (NEW."is_elsewhere") OR OLD."latitude" IS DISTINCT FROM (NEW."latitude") OR OLD."longitude" IS DISTINCT FROM (NEW."longitude") OR OLD."main_institute_id" IS DISTINCT FROM (NEW."main_institute_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_en" IS DISTINCT FROM (NEW."name_en") OR OLD."opened_on" IS DISTINCT FROM (NEW."opened_on") OR OLD."other_cities" IS DISTINCT FROM (NEW."other_cities") OR OLD."predecessor_id" IS DISTINCT FROM (NEW."predecessor_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."second_institute_id" IS DISTINCT FROM (NEW."second_institute_id") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."summary_en" IS DISTINCT FROM (NEW."summary_en") OR OLD."website" IS DISTINCT FROM (NEW."website"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='2ff9d5d620da4976fbf402cefc55c7df073c7a78', operation='UPDATE', pgid='pgtrigger_count_version_3762d', table='programmes_laboratory', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='laboratory',
                trigger=pgtrigger.compiler.Trigger(name='status_guard', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'draft' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_initial', MESSAGE = 'Un enregistrement naît au premier statut de son circuit de validation.'; END IF;\n            ELSIF NEW.status <> OLD.status THEN\n                IF current_setting('programmes.step', true) IS DISTINCT FROM 'on' THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_by_workflow', MESSAGE = 'Un statut ne change que par une étape du circuit de validation.'; END IF;\n                IF NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['draft>submitted', 'draft>published', 'submitted>published', 'submitted>returned', 'returned>submitted', 'published>archived', 'published>draft', 'archived>published']) THEN RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'status_move', MESSAGE = 'Ce passage d’un statut à l’autre n’existe pas.'; END IF;\n            END IF;\n            RETURN NEW;\n        ", hash='1ee9bd173dc500ae2bdcd16ccd4d0bfca96ac525', operation='INSERT OR UPDATE', pgid='pgtrigger_status_guard_88755', table='programmes_laboratory', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='laboratory',
                trigger=pgtrigger.compiler.Trigger(name='former_address', sql=pgtrigger.compiler.UpsertTriggerSql(condition="WHEN (OLD.slug IS DISTINCT FROM NEW.slug AND OLD.status = 'published')", func="\n            INSERT INTO programmes_formerslug (content_type_id, object_id, slug, is_demo)\n            SELECT id, NEW.id, OLD.slug, NEW.is_demo FROM django_content_type\n            WHERE app_label = 'programmes' AND model = 'laboratory'\n            ON CONFLICT (content_type_id, slug) DO UPDATE SET object_id = EXCLUDED.object_id;\n            RETURN NEW;\n        ", hash='34187e427c7a672c8ca9b3fff84f043c5d6c681c', operation='UPDATE', pgid='pgtrigger_former_address_c38d6', table='programmes_laboratory', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='user',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_userhistory" ("closed_at", "closed_by_id", "email", "full_name", "id", "is_active", "is_demo", "is_staff", "is_superuser", "joined_on", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."closed_at", NEW."closed_by_id", NEW."email", NEW."full_name", NEW."id", NEW."is_active", NEW."is_demo", NEW."is_staff", NEW."is_superuser", NEW."joined_on", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."version"); RETURN NULL;', hash='94e889b237bd560fab1a4c9baacb48a71e2f0edc', operation='INSERT', pgid='pgtrigger_insert_insert_3a74f', table='programmes_user', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='user',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."closed_at" IS DISTINCT FROM (NEW."closed_at") OR OLD."closed_by_id" IS DISTINCT FROM (NEW."closed_by_id") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."full_name" IS DISTINCT FROM (NEW."full_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."is_staff" IS DISTINCT FROM (NEW."is_staff") OR OLD."is_superuser" IS DISTINCT FROM (NEW."is_superuser") OR OLD."joined_on" IS DISTINCT FROM (NEW."joined_on") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."version" IS DISTINCT FROM (NEW."version"))', func='INSERT INTO "programmes_userhistory" ("closed_at", "closed_by_id", "email", "full_name", "id", "is_active", "is_demo", "is_staff", "is_superuser", "joined_on", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."closed_at", NEW."closed_by_id", NEW."email", NEW."full_name", NEW."id", NEW."is_active", NEW."is_demo", NEW."is_staff", NEW."is_superuser", NEW."joined_on", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."version"); RETURN NULL;', hash='febf8adab648edcfe0051cb21351467008004943', operation='UPDATE', pgid='pgtrigger_update_update_dd989', table='programmes_user', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='user',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_userhistory" ("closed_at", "closed_by_id", "email", "full_name", "id", "is_active", "is_demo", "is_staff", "is_superuser", "joined_on", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (OLD."closed_at", OLD."closed_by_id", OLD."email", OLD."full_name", OLD."id", OLD."is_active", OLD."is_demo", OLD."is_staff", OLD."is_superuser", OLD."joined_on", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."version"); RETURN NULL;', hash='86733dac2a289b324911e28686376a424211022d', operation='DELETE', pgid='pgtrigger_delete_delete_e9b5f', table='programmes_user', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='user',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."closed_at" IS DISTINCT FROM (NEW."closed_at") OR OLD."closed_by_id" IS DISTINCT FROM (NEW."closed_by_id") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."full_name" IS DISTINCT FROM (NEW."full_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."is_staff" IS DISTINCT FROM (NEW."is_staff") OR OLD."is_superuser" IS DISTINCT FROM (NEW."is_superuser") OR OLD."joined_on" IS DISTINCT FROM (NEW."joined_on") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='def24cff457dbddc34c566add655dd1c4bd0df2f', operation='UPDATE', pgid='pgtrigger_count_version_1d1ea', table='programmes_user', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='person',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_personhistory" ("family_name", "given_name", "id", "informed_on", "is_demo", "laboratory_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "source", "version") VALUES (NEW."family_name", NEW."given_name", NEW."id", NEW."informed_on", NEW."is_demo", NEW."laboratory_id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference", NEW."source", NEW."version"); RETURN NULL;', hash='f2a895fc22949440c964865adf9fc5421a937143', operation='INSERT', pgid='pgtrigger_insert_insert_e6d22', table='programmes_person', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='person',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_personhistory" ("family_name", "given_name", "id", "informed_on", "is_demo", "laboratory_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "source", "version") VALUES (NEW."family_name", NEW."given_name", NEW."id", NEW."informed_on", NEW."is_demo", NEW."laboratory_id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference", NEW."source", NEW."version"); RETURN NULL;', hash='77f259272a42427923f4e2cb8c24ba2fff5d552f', operation='UPDATE', pgid='pgtrigger_update_update_1393e', table='programmes_person', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='person',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_personhistory" ("family_name", "given_name", "id", "informed_on", "is_demo", "laboratory_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "source", "version") VALUES (OLD."family_name", OLD."given_name", OLD."id", OLD."informed_on", OLD."is_demo", OLD."laboratory_id", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reference", OLD."source", OLD."version"); RETURN NULL;', hash='efe1b3e091d14f8f620ef7aa68d9f2b5830d0001', operation='DELETE', pgid='pgtrigger_delete_delete_5b550', table='programmes_person', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='person',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."family_name" IS DISTINCT FROM (NEW."family_name") OR OLD."given_name" IS DISTINCT FROM (NEW."given_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."informed_on" IS DISTINCT FROM (NEW."informed_on") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."laboratory_id" IS DISTINCT FROM (NEW."laboratory_id") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."source" IS DISTINCT FROM (NEW."source"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='44834657fb305d1a1f01746103f550707a8ffcb2', operation='UPDATE', pgid='pgtrigger_count_version_b0470', table='programmes_person', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='laboratorycontact',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_laboratorycontacthistory" ("email", "id", "is_demo", "laboratory_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "since", "until", "version") VALUES (NEW."email", NEW."id", NEW."is_demo", NEW."laboratory_id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role", NEW."since", NEW."until", NEW."version"); RETURN NULL;', hash='2353e48144943e87f6e992f9ad9a40ff84688d01', operation='INSERT', pgid='pgtrigger_insert_insert_47aa6', table='programmes_laboratorycontact', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='laboratorycontact',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_laboratorycontacthistory" ("email", "id", "is_demo", "laboratory_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "since", "until", "version") VALUES (NEW."email", NEW."id", NEW."is_demo", NEW."laboratory_id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role", NEW."since", NEW."until", NEW."version"); RETURN NULL;', hash='e37e247c00024e6ce741c11760d964c3795babba', operation='UPDATE', pgid='pgtrigger_update_update_56f02', table='programmes_laboratorycontact', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='laboratorycontact',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_laboratorycontacthistory" ("email", "id", "is_demo", "laboratory_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "since", "until", "version") VALUES (OLD."email", OLD."id", OLD."is_demo", OLD."laboratory_id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."role", OLD."since", OLD."until", OLD."version"); RETURN NULL;', hash='ef9b7a5038a580fa67b2e494d54463093feb51e7', operation='DELETE', pgid='pgtrigger_delete_delete_6e1fb', table='programmes_laboratorycontact', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='laboratorycontact',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."laboratory_id" IS DISTINCT FROM (NEW."laboratory_id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."until" IS DISTINCT FROM (NEW."until"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='8ce2efb18d2dd454bc8ae7ca9cd2cabaa97550bf', operation='UPDATE', pgid='pgtrigger_count_version_368ac', table='programmes_laboratorycontact', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='identifier',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_identifierhistory" ("checked_on", "id", "is_demo", "laboratory_id", "note", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme", "since", "source", "until", "value", "version") VALUES (NEW."checked_on", NEW."id", NEW."is_demo", NEW."laboratory_id", NEW."note", NEW."organisation_id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."scheme", NEW."since", NEW."source", NEW."until", NEW."value", NEW."version"); RETURN NULL;', hash='28f0d961d2d929fbb07e319124d28cfcc65ebc67', operation='INSERT', pgid='pgtrigger_insert_insert_9b8c6', table='programmes_identifier', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='identifier',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_identifierhistory" ("checked_on", "id", "is_demo", "laboratory_id", "note", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme", "since", "source", "until", "value", "version") VALUES (NEW."checked_on", NEW."id", NEW."is_demo", NEW."laboratory_id", NEW."note", NEW."organisation_id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."scheme", NEW."since", NEW."source", NEW."until", NEW."value", NEW."version"); RETURN NULL;', hash='06d63cdf3e6030a7c2c3ba873d338204314bedd0', operation='UPDATE', pgid='pgtrigger_update_update_3d809', table='programmes_identifier', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='identifier',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_identifierhistory" ("checked_on", "id", "is_demo", "laboratory_id", "note", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme", "since", "source", "until", "value", "version") VALUES (OLD."checked_on", OLD."id", OLD."is_demo", OLD."laboratory_id", OLD."note", OLD."organisation_id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."scheme", OLD."since", OLD."source", OLD."until", OLD."value", OLD."version"); RETURN NULL;', hash='aaccf257f37ed4536ae80badf7aaa2b9cd43fe5c', operation='DELETE', pgid='pgtrigger_delete_delete_e262a', table='programmes_identifier', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='identifier',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."checked_on" IS DISTINCT FROM (NEW."checked_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."laboratory_id" IS DISTINCT FROM (NEW."laboratory_id") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."scheme" IS DISTINCT FROM (NEW."scheme") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."until" IS DISTINCT FROM (NEW."until") OR OLD."value" IS DISTINCT FROM (NEW."value"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='4a43028c7cb0e0a4de5633b1795b3309efff816c', operation='UPDATE', pgid='pgtrigger_count_version_000f7', table='programmes_identifier', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='unitcode',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_unitcodehistory" ("id", "is_demo", "laboratory_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "source", "type", "until", "version") VALUES (NEW."id", NEW."is_demo", NEW."laboratory_id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."since", NEW."source", NEW."type", NEW."until", NEW."version"); RETURN NULL;', hash='16a67c192b4c5f37478c30586cb2044720d8375a', operation='INSERT', pgid='pgtrigger_insert_insert_db479', table='programmes_unitcode', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='unitcode',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "programmes_unitcodehistory" ("id", "is_demo", "laboratory_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "source", "type", "until", "version") VALUES (NEW."id", NEW."is_demo", NEW."laboratory_id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."since", NEW."source", NEW."type", NEW."until", NEW."version"); RETURN NULL;', hash='c777eec2c954acd15f51f5b71bfbf1b03a3ea674', operation='UPDATE', pgid='pgtrigger_update_update_fa6a2', table='programmes_unitcode', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='unitcode',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "programmes_unitcodehistory" ("id", "is_demo", "laboratory_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "source", "type", "until", "version") VALUES (OLD."id", OLD."is_demo", OLD."laboratory_id", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."since", OLD."source", OLD."type", OLD."until", OLD."version"); RETURN NULL;', hash='b9661d0729580c40395130406ba5a35087ab8aa2', operation='DELETE', pgid='pgtrigger_delete_delete_7df18', table='programmes_unitcode', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='unitcode',
                trigger=pgtrigger.compiler.Trigger(name='count_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."laboratory_id" IS DISTINCT FROM (NEW."laboratory_id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."type" IS DISTINCT FROM (NEW."type") OR OLD."until" IS DISTINCT FROM (NEW."until"))', func='NEW.version = OLD.version + 1; RETURN NEW;', hash='b58db18b683a26c3ecd0962c340b081b1f11516f', operation='UPDATE', pgid='pgtrigger_count_version_8a0c6', table='programmes_unitcode', when='BEFORE')),
            )],
        ),
    ]
