using Flowstate.Bells;
using Flowstate.Notes;
using Flowstate.Shared.Modules;

var builder = WebApplication.CreateBuilder(args);
builder.AddModules([new BellsModule(), new NotesModule()]);
