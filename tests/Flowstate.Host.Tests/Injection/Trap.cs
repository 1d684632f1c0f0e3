using Npgsql;

namespace Flowstate.Host.Tests.Injection;

/// <summary>A sequence that everybody may count on: a statement that was injected has moved it, rolled back or not.</summary>
internal sealed class Trap(string connection)
{
    public const string Sequence = "public.stings";

    public Task Set() => Run($"create sequence {Sequence}; grant usage on sequence {Sequence} to public");

    public async Task<bool> Sprung() => (bool)(await Run($"select is_called from {Sequence}"))!;

    /// <summary>Whether it bites each of the product's roles, in a transaction that fails.</summary>
    public async Task<bool> Bites()
    {
        var roles = (string[])
            (
                await Run(
                    "select array_agg(distinct u.usename::text) from pg_stat_activity a join pg_user u using (usename) "
                        + "where a.datname = current_database() and not u.usesuper"
                )
            )!;
        foreach (var role in roles)
        {
            await Run($"begin; set local role \"{role}\"; select nextval('{Sequence}'); rollback");
            if (!await Sprung())
            {
                return false;
            }

            await Run($"alter sequence {Sequence} restart");
        }

        return roles.Length > 3;
    }

    private async Task<object?> Run(string sql)
    {
        await using var database = new NpgsqlConnection(connection);
        await database.OpenAsync();
        await using var command = new NpgsqlCommand(sql, database);
        return await command.ExecuteScalarAsync();
    }
}
