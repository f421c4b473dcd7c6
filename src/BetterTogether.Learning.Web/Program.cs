using BetterTogether.Learning.Web.Data;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.AddData();

var app = builder.Build();
app.Run();
