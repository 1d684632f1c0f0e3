using Flowstate.Contacts.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Flowstate.Contacts.Persistence;

internal sealed class CadenceMapping : IEntityTypeConfiguration<Cadence>
{
    public void Configure(EntityTypeBuilder<Cadence> cadence)
    {
        cadence.ToTable("cadences");
        cadence.ComplexProperty(row => row.Days, days => days.IsRequired());
    }
}

internal sealed class PipelineSettingsMapping : IEntityTypeConfiguration<PipelineSettings>
{
    public void Configure(EntityTypeBuilder<PipelineSettings> settings)
    {
        settings.ToTable("pipeline_settings");
        settings.ComplexProperty(row => row.Gates, gates => gates.IsRequired());
    }
}

internal sealed class DaySettingsMapping : IEntityTypeConfiguration<DaySettings>
{
    public void Configure(EntityTypeBuilder<DaySettings> settings) =>
        settings.ToTable("day_settings").Ignore(row => row.Targets);
}

internal sealed class CoachingAnswerMapping : IEntityTypeConfiguration<CoachingAnswer>
{
    public void Configure(EntityTypeBuilder<CoachingAnswer> answer)
    {
        answer.ToTable("coaching_answers");
        answer.HasKey(row => new
        {
            row.WorkspaceId,
            row.MemberId,
            row.Date,
            row.Question,
        });
    }
}

internal sealed class MemberMapping : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> member)
    {
        member.ToTable("members");
        member.HasKey(row => new { row.WorkspaceId, row.Id });
        member.Property(row => row.Id).ValueGeneratedNever();
        member.HasIndex(row => new { row.WorkspaceId, row.SponsorId });
    }
}

internal sealed class WorkspaceMapping : IEntityTypeConfiguration<Workspace>
{
    public void Configure(EntityTypeBuilder<Workspace> workspace)
    {
        workspace.ToTable("workspaces");
        workspace.HasKey(row => row.WorkspaceId);
        workspace.Property(row => row.WorkspaceId).ValueGeneratedNever();
    }
}

internal sealed class StageCounterMapping : IEntityTypeConfiguration<StageCounter>
{
    public void Configure(EntityTypeBuilder<StageCounter> counter)
    {
        counter.ToTable("stage_counters");
        counter.HasKey(row => new
        {
            row.WorkspaceId,
            row.OwnerId,
            row.Stage,
        });
    }
}

internal sealed class MoveCounterMapping : IEntityTypeConfiguration<MoveCounter>
{
    public void Configure(EntityTypeBuilder<MoveCounter> counter)
    {
        counter.ToTable("move_counters");
        counter.HasKey(row => new
        {
            row.WorkspaceId,
            row.OwnerId,
            row.Week,
            row.FromStage,
            row.ToStage,
        });
        counter.HasIndex(row => new { row.WorkspaceId, row.Week });
    }
}
