namespace Flowstate.Host.EmbeddedPostgres;

/// <summary>Why Flowstate's own PostgreSQL cannot run, said in words for the person at the terminal.</summary>
internal sealed class EmbeddedPostgresException(string message, Exception? inner = null) : Exception(message, inner);
