using Flowstate.Contacts.Domain;
using Flowstate.Shared.Persistence;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Persistence;

internal sealed class ContactsDbContext(DbContextOptions<ContactsDbContext> options) : ModuleDbContext(options)
{
    /// <summary>The name of the query filter that hides deleted contacts.</summary>
    public const string AliveFilter = "alive";

    public static readonly Error EmailTaken = new(
        ErrorKind.Conflict,
        "contacts.email-taken",
        "Another of your contacts has this mail address."
    );

    public override string Schema => "contacts";

    public DbSet<Contact> Contacts => Set<Contact>();

    public DbSet<ContactPoint> Points => Set<ContactPoint>();

    public DbSet<Rhythm> Rhythms => Set<Rhythm>();

    public DbSet<FollowUp> FollowUps => Set<FollowUp>();

    public DbSet<Touch> Touches => Set<Touch>();

    public DbSet<RecordedFact> Facts => Set<RecordedFact>();

    public DbSet<FactReceipt> FactReceipts => Set<FactReceipt>();

    public DbSet<TouchReceipt> TouchReceipts => Set<TouchReceipt>();

    public DbSet<StageMove> Moves => Set<StageMove>();

    public DbSet<CustomField> Fields => Set<CustomField>();

    public DbSet<SavedView> Views => Set<SavedView>();

    public DbSet<Cadence> Cadences => Set<Cadence>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<Workspace> Workspaces => Set<Workspace>();

    public DbSet<PipelineSettings> PipelineSettings => Set<PipelineSettings>();

    public DbSet<DaySettings> DaySettings => Set<DaySettings>();

    public DbSet<CoachingAnswer> CoachingAnswers => Set<CoachingAnswer>();

    public DbSet<HookSource> HookSources => Set<HookSource>();

    public DbSet<Merge> Merges => Set<Merge>();

    public DbSet<DuplicatePair> DuplicatePairs => Set<DuplicatePair>();

    protected override IReadOnlyDictionary<string, Error> Constraints =>
        new Dictionary<string, Error>(StringComparer.Ordinal)
        {
            [ContactPointMapping.UniqueMail] = EmailTaken,
            ["pk_cadences"] = StaleVersion,
            ["pk_pipeline_settings"] = StaleVersion,
            ["pk_day_settings"] = StaleVersion,
        };

    private bool SeesAll => User.SeesWholeWorkspace;

    private Guid Me => User.MemberId ?? Guid.Empty;

    /// <summary>
    /// The one rule of who sees which contacts: a rep sees their own, owners and admins see all. Here for LINQ, in
    /// <see cref="Visible"/> for SQL.
    /// </summary>
    protected override void MapModule(ModelBuilder modelBuilder)
    {
        modelBuilder.HasPostgresExtension("btree_gin");
        modelBuilder.HasPostgresExtension("pg_trgm");
        modelBuilder.HasPostgresExtension("unaccent");
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ContactsDbContext).Assembly);
        modelBuilder
            .Entity<Contact>()
            .HasQueryFilter("owner", contact => SeesAll || contact.OwnerId == Me)
            .HasQueryFilter(AliveFilter, contact => contact.DeletedAt == null);
        modelBuilder.CheckCodes();
    }

    /// <summary>
    /// The same rule as SQL over an alias of the contacts table, with the parameters <c>@ws</c> and <c>@me</c>.
    /// </summary>
    public string Visible(string alias) => $"{alias}.workspace_id = @ws and {VisibleInSearch(alias)}";

    /// <summary>Where the contacts that may be seen are searched.</summary>
    public string SearchView => SeesAll ? ContactSearch.View : ContactSearch.OwnView;

    /// <summary>
    /// The same over <see cref="SearchView"/>, which is closed by the entered workspace itself: to name it once more
    /// has the planner walk the workspace. The owner is left out for those who see all, so that each case has a plan of its
    /// own.
    /// </summary>
    public string VisibleInSearch(string alias) =>
        SeesAll ? $"{alias}.deleted_at is null" : $"{alias}.owner_id = @me and {alias}.deleted_at is null";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Stage>().HaveConversion<StageConverter>().HaveMaxLength(20);
        configurationBuilder.Properties<FactType>().HaveConversion<FactTypeConverter>().HaveMaxLength(20);
        configurationBuilder.Properties<Channel>().HaveConversion<CodeConverter<Channel>>().HaveMaxLength(20);
        configurationBuilder.Properties<Direction>().HaveConversion<CodeConverter<Direction>>().HaveMaxLength(20);
        configurationBuilder.Properties<Outcome>().HaveConversion<CodeConverter<Outcome>>().HaveMaxLength(20);
        configurationBuilder.Properties<FieldKind>().HaveConversion<CodeConverter<FieldKind>>().HaveMaxLength(20);
        configurationBuilder.Properties<PointKind>().HaveConversion<CodeConverter<PointKind>>().HaveMaxLength(20);
        configurationBuilder.Properties<FollowUpKind>().HaveConversion<CodeConverter<FollowUpKind>>().HaveMaxLength(20);
        configurationBuilder.Properties<GateMode>().HaveConversion<CodeConverter<GateMode>>().HaveMaxLength(20);
        configurationBuilder
            .Properties<FollowUpStatus>()
            .HaveConversion<CodeConverter<FollowUpStatus>>()
            .HaveMaxLength(20);
    }
}

internal sealed class ContactsDesignTime() : DesignTimeFactory<ContactsDbContext>("contacts");
