using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Hosting;

var builder = LaunchProfile.CreateBuilder(args);
builder.AddHosting().AddData();

var app = builder.Build();
app.UseHosting().MapHosting();
app.Run();
