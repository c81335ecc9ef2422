export const firstNames = split(`
  Adriana Aitor Alba Alejandro Alice Álvaro Amaia Anders André Andrea Anouk Antón Beatriz Bernat
  Bianca Bruno Carla Carlos Catarina Cecilia Celia Chiara Claudia Cristina Daniel Daria David Diana
  Diego Dominik Duarte Edurne Elías Elvira Emma Eneko Enzo Erik Esther Eva Fátima Fernando Filipa
  Francisco Gabriela Gael Gonçalo Gonzalo Greta Guillermo Hanna Helena Henrique Hugo Ignacio Inga
  Irene Itziar Iván Jaime Jana Javier João Jon Jonas Júlia Julien Karim Katarzyna Koldo Lara Laura
  Leire Lena Leonor Lidia Lorenzo Lucía Luísa Magda Manuel Marc Margarida Marina Mario Marko Mateo
  Matilde Mikel Milena Miriam Nadia Nerea Niklas Noa Nora Olivia Óscar Paola Patricia Paulo Pedro
  Pilar Rafael Raquel Raúl Ricardo Rita Roberto Rocío Rosa Rubén Salma Samuel Sandra Santiago Sara
  Sebastián Sergio Silvia Simón Sonia Susana Tamara Tània Tobias Tomás Unai Valeria Vasco Vera Víctor
  Xavier Yolanda Youssef Zoe
`)

export const lastNames = split(`
  Abad Aguirre Alonso Alves Amaral Arana Arias Azevedo Bakker Ballester Barbosa Barros Bauer Belmonte
  Benítez Bernal Bianchi Blanco Bosch Braga Cabrera Calvo Campos Cano Carrasco Carvalho Castaño
  Castro Claes Coelho Conti Correia Costa Crespo Cruz Dahl Delgado Dias Domínguez Echeverría Eguía
  Esteves Farias Fernandes Ferrari Fischer Flores Fonseca Fuentes Gallego García Garmendia Gaspar
  Gomes Graça Guerra Haas Herrera Ibáñez Iglesias Jansen Jiménez Keller Kowalska Lago Larsen Lemos
  Leroy Lima Lopes Lozano Macedo Marín Marques Martel Matos Medina Mendes Meyer Molina Monteiro
  Montes Moya Navarro Neves Nogueira Novák Núñez Ochoa Oliveira Olsen Ordóñez Otero Pardo Pascual
  Peixoto Peña Pereira Pinto Pires Ponce Queiroz Ramos Reis Rey Ribeiro Rico Rivas Rocha Roig Román
  Rossi Rubio Sáez Salgado Santos Schmidt Serrano Silva Soares Solé Sousa Suárez Tavares Teixeira
  Torres Uriarte Valente Vargas Vega Velasco Vieira Vogel Weber Ximenes Zapata Zubiri
`)

function split(names: string): readonly string[] {
  return names.trim().split(/\s+/)
}
