using Flowstate.Bells.Domain;
using Flowstate.Shared.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Bells.Persistence;

internal sealed class BellsDbContext(DbContextOptions<BellsDbContext> options) : ModuleDbContext(options)
{
    public override string Schema => "bells";

    protected override void MapModule(ModelBuilder modelBuilder) =>
        modelBuilder.Entity<Chime>(row =>
        {
            row.ToTable("bells");
            row.HasIndex(chime => new { chime.WorkspaceId, chime.Text }).IsUnique();
        });
}
