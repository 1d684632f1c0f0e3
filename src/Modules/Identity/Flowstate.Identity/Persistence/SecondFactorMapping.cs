using Flowstate.Identity.Domain;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Persistence;

/// <summary>A second factor is the person's, in every workspace alike: no table here has a workspace.</summary>
internal static class SecondFactorMapping
{
    public static void MapSecondFactor(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Authenticator>(app =>
        {
            app.Property(row => row.Id).ValueGeneratedNever();
            app.HasOne<User>().WithOne().HasForeignKey<Authenticator>(row => row.Id).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<RecoveryCode>(code =>
        {
            code.HasKey(row => new { row.UserId, row.Hash });
            code.HasOne<User>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<Challenge>(challenge =>
        {
            challenge.HasKey(row => row.Hash);
            challenge.HasOne<User>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
            challenge.HasIndex(row => row.ExpiresAt);
        });
    }
}
