using Flowstate.Notes.Domain;
using Flowstate.Shared.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Notes.Persistence;

internal sealed class NotesDbContext(DbContextOptions<NotesDbContext> options) : ModuleDbContext(options)
{
    public override string Schema => "notes";

    protected override void MapModule(ModelBuilder modelBuilder) =>
        modelBuilder.Entity<Note>(row =>
        {
            row.ToTable("notes");
            row.HasIndex(note => new { note.WorkspaceId, note.Text }).IsUnique();
        });
}
